package life.observe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import life.being.SelfState.Alive;
import life.body.Bounds;
import life.detect.Checkpoint;

/**
 * Makes of many signs a few observations: signs that come within half a day of the being's life of
 * each other belong to one cause, and what was not seen again for a little more than a day is over,
 * so that what comes back night by night is one.
 */
final class Episodes implements Signs {
  /** Physical seconds without any of its signs after which an observation is over: 26 hours. */
  private static final double QUIET_SECONDS = 93_600;

  /** Physical seconds after its last new sign within which another one belongs to it. */
  private static final double TOGETHER_SECONDS = 43_200;

  /** By how many digits a sign must have become stronger to be told anew. */
  private static final double STRONGER = 2;

  private static final int MOST_OPEN = 4;

  private final List<Open> open = new ArrayList<>();
  private final List<Observation> changes = new ArrayList<>();
  private int number;
  private long version;
  private Juncture now = new Juncture(1, 0);
  private long quietTicks;
  private long togetherTicks;

  /** An observation that goes on. */
  private static final class Open {
    private Observation latest;
    private Juncture seen;
    private long grown;

    Open(Observation latest, Juncture seen, long grown) {
      this.latest = latest;
      this.seen = seen;
      this.grown = grown;
    }

    double strength() {
      return latest.signs().stream().mapToDouble(Sign::strength).max().orElse(0);
    }
  }

  /** What has changed since it was asked last. */
  List<Observation> changes() {
    if (changes.isEmpty()) {
      return List.of();
    }
    var told = List.copyOf(changes);
    changes.clear();
    return told;
  }

  /** The observations that go on, the oldest first. */
  List<Observation> open() {
    return open.stream().map(each -> each.latest).toList();
  }

  /** The next fact led to this state; signs come after that. */
  void at(Alive being) {
    now = new Juncture(being.seq(), being.tick());
    quietTicks = being.origin().laws().ticks(QUIET_SECONDS);
    togetherTicks = being.origin().laws().ticks(TOGETHER_SECONDS);
  }

  /** All signs of this fact have come: what is over ends. */
  void settle() {
    for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
      var one = each.next();
      if (now.tick() - one.seen.tick() > quietTicks) {
        end(one);
        each.remove();
      }
    }
  }

  /** The life is over, and so is all that was unusual in it. */
  void endAll(long seq) {
    now = new Juncture(seq, now.tick());
    open.forEach(this::end);
    open.clear();
  }

  private void end(Open one) {
    var last = one.latest;
    change(
        one,
        new Observation(
            last.number(), ++version, last.noticed(), last.peak(), now, one.seen, last.signs()));
  }

  @Override
  public void show(
      SignKind kind,
      String subject,
      Juncture since,
      List<Long> evidence,
      double strength,
      Supplier<String> words) {
    double bounded = Bounds.clamp(strength, 0, Sign.CERTAIN);
    for (var one : open) {
      for (var sign : one.latest.signs()) {
        if (sign.kind() == kind && sign.subject().equals(subject)) {
          one.seen = now;
          seenAgain(one, sign, evidence, bounded, words);
          return;
        }
      }
    }
    var sign = new Sign(kind, subject, since, named(evidence), bounded, words.get());
    related().ifPresentOrElse(one -> grow(one, sign), () -> begin(sign));
  }

  /** Told anew if it is clearly stronger, or if what can't be chance has happened once more. */
  private void seenAgain(
      Open one, Sign sign, List<Long> evidence, double strength, Supplier<String> words) {
    boolean isOnceMore =
        strength == Sign.CERTAIN
            && sign.evidence().size() < Sign.MOST_EVIDENCE
            && !sign.evidence().containsAll(evidence);
    if (isOnceMore || strength >= sign.strength() + STRONGER) {
      var all = new ArrayList<>(sign.evidence());
      all.addAll(evidence);
      grow(
          one,
          new Sign(sign.kind(), sign.subject(), sign.since(), named(all), strength, words.get()));
    }
  }

  /** The observation to which a new sign belongs. */
  private Optional<Open> related() {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (now.tick() - open.get(i).grown <= togetherTicks) {
        return Optional.of(open.get(i));
      }
    }
    return open.size() < MOST_OPEN ? Optional.empty() : Optional.of(open.getLast());
  }

  private void begin(Sign sign) {
    var begun = new Observation(++number, ++version, now, now, now, null, List.of(sign));
    var one = new Open(begun, now, now.tick());
    open.add(one);
    changes.add(begun);
  }

  private void grow(Open one, Sign sign) {
    var last = one.latest;
    var signs = new ArrayList<>(last.signs());
    boolean isNew = signs.stream().noneMatch(sign::isLike);
    signs.replaceAll(other -> other.isLike(sign) ? sign : other);
    if (isNew) {
      if (signs.size() == Observation.MOST_SIGNS) {
        one.seen = now;
        return;
      }
      signs.add(sign);
      one.grown = now.tick();
    }
    var peak = sign.strength() > one.strength() ? now : last.peak();
    one.seen = now;
    change(one, new Observation(last.number(), ++version, last.noticed(), peak, now, null, signs));
  }

  private void change(Open one, Observation next) {
    one.latest = next;
    changes.add(next);
  }

  /** Of too many facts the first ones and the last ones, each once. */
  private static List<Long> named(List<Long> evidence) {
    var all = evidence.stream().distinct().sorted().toList();
    if (all.size() <= Sign.MOST_EVIDENCE) {
      return all;
    }
    var some = new ArrayList<>(all.subList(0, Sign.MOST_EVIDENCE / 2));
    some.addAll(all.subList(all.size() - Sign.MOST_EVIDENCE / 2, all.size()));
    return some;
  }

  void keep(Checkpoint checkpoint) {
    number = checkpoint.count(number);
    version = checkpoint.whole(version);
    now = now.keep(checkpoint);
    quietTicks = checkpoint.whole(quietTicks);
    togetherTicks = checkpoint.whole(togetherTicks);
    int count = checkpoint.size(open.size());
    for (int i = 0; i < count; i++) {
      if (checkpoint.isReading()) {
        open.add(new Open(Observation.blank(), now, 0));
      }
      var one = open.get(i);
      one.latest = one.latest.keep(checkpoint);
      one.seen = one.seen.keep(checkpoint);
      one.grown = checkpoint.whole(one.grown);
    }
  }
}
