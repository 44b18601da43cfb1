package life.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import life.body.Bounds;
import life.body.Canon;
import life.world.Kinds;

/**
 * What a being has made of what it met: what it remembers, finds new, expects, awaits, and how
 * strongly it takes things. Changes only by the verbs below, which keep the books; what is to be
 * decided, the laws have decided before.
 *
 * @param memory see {@link Memory}
 * @param novelties of the kinds that it met, ordered by kind
 * @param associations of the kinds that it learned about, ordered by cue
 * @param trials that are open, the oldest first; at most {@link Trial#MOST_OPEN}
 * @param sensitivity see {@link Sensitivity}
 * @param met the tick at which it met anything last; 0 before
 * @param still the tick since which nothing but silence came
 */
public record Mind(
    Memory memory,
    List<Novelty> novelties,
    List<Association> associations,
    List<Trial> trials,
    Sensitivity sensitivity,
    long met,
    long still) {
  /** How a being is born. */
  public static final Mind NEWBORN =
      new Mind(Memory.NONE, List.of(), List.of(), List.of(), Sensitivity.INBORN, 0, 0);

  public Mind {
    Bounds.within("open trials", trials.size(), 0, Trial.MOST_OPEN);
    novelties = List.copyOf(novelties);
    associations = List.copyOf(associations);
    trials = List.copyOf(trials);
  }

  /** How new a kind is now, in [0, 1]. */
  public double noveltyOf(String kind, long tick, double tickSeconds) {
    for (var novelty : novelties) {
      if (novelty.kind().equals(kind)) {
        return novelty.at(tick, tickSeconds);
      }
    }
    return 1;
  }

  /** What was learned about a kind; {@link Association#none} if nothing. */
  public Association associationOf(String kind) {
    for (var association : associations) {
      if (association.cue().equals(kind)) {
        return association;
      }
    }
    return Association.none(kind);
  }

  /** ΣV over the kinds of these cues, each once. */
  public double expected(List<Trial.Cue> cues) {
    return cues.stream()
        .map(Trial.Cue::kind)
        .distinct()
        .mapToDouble(kind -> associationOf(kind).strength())
        .sum();
  }

  /** The rise of drive that is announced by all whose consequence is still awaited. */
  public double foreboding() {
    return trials.isEmpty()
        ? 0
        : expected(trials.stream().flatMap(t -> t.cues().stream()).toList());
  }

  /**
   * After a meeting.
   *
   * @param episode what was met
   * @param tick when
   * @param drive right after it
   * @param together ticks within which stimuli count as one trial
   * @param isSilence whether it was silence that was met
   */
  public Mind met(Episode episode, long tick, double drive, long together, boolean isSilence) {
    var meaning = episode.meaning();
    boolean noticed = meaning.response() != Response.IGNORE;
    var cue = new Trial.Cue(episode.seq(), episode.kind(), meaning.significance());
    return new Mind(
        noticed ? memory.perceived(episode) : memory,
        put(novelties, Novelty.met(episode.kind(), meaning.novelty(), tick), Novelty::kind),
        associations,
        noticed ? awaiting(cue, tick, drive, together) : trials,
        sensitivity,
        tick,
        isSilence ? still : tick);
  }

  private List<Trial> awaiting(Trial.Cue cue, long tick, double drive, long together) {
    var next = new ArrayList<>(trials);
    if (!next.isEmpty() && tick - next.getLast().opened() <= together) {
      next.add(next.removeLast().joined(cue, drive));
    } else if (next.size() < Trial.MOST_OPEN) {
      next.add(new Trial(tick, drive, List.of(cue)));
    }
    return next;
  }

  /** After the oldest trial was observed and these associations came of it. */
  public Mind observed(List<Association> learned) {
    var known = associations;
    for (var association : learned) {
      known = put(known, association, Association::cue);
    }
    return new Mind(
        memory, novelties, known, trials.subList(1, trials.size()), sensitivity, met, still);
  }

  /** With another memory. */
  public Mind with(Memory other) {
    return new Mind(other, novelties, associations, trials, sensitivity, met, still);
  }

  /** With another sensitivity. */
  public Mind with(Sensitivity other) {
    return new Mind(memory, novelties, associations, trials, other, met, still);
  }

  /** In a world of these kinds: about others nothing stays known, but for what is remembered. */
  public Mind among(Kinds kinds) {
    return new Mind(
        memory,
        novelties.stream().filter(n -> kinds.named(n.kind()).isPresent()).toList(),
        associations.stream().filter(a -> kinds.named(a.cue()).isPresent()).toList(),
        trials,
        sensitivity,
        met,
        still);
  }

  /** The list, which is ordered by key, with this element in place of the one of the same key. */
  private static <T> List<T> put(List<T> list, T element, Function<T, String> key) {
    var own = key.apply(element);
    int at = 0;
    while (at < list.size() && key.apply(list.get(at)).compareTo(own) < 0) {
      at++;
    }
    var next = new ArrayList<T>(list.size() + 1);
    next.addAll(list);
    if (at < list.size() && key.apply(list.get(at)).equals(own)) {
      next.set(at, element);
    } else {
      next.add(at, element);
    }
    return next;
  }

  /** Writes the canonical form. */
  public void writeTo(Canon canon) {
    memory.writeTo(canon);
    canon.list(novelties, Novelty::writeTo).list(associations, Association::writeTo);
    canon.list(trials, Trial::writeTo);
    sensitivity.writeTo(canon);
    canon.whole(met).whole(still);
  }
}
