package life.mind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import life.body.Bounds;
import life.body.Canon;

/**
 * What a being remembers, apart from what it is.
 *
 * @param shortTerm the last episodes, at most {@link #SPAN}, the oldest first
 * @param awaiting what left short-term memory today and mattered: kept for the next sleep, at most
 *     {@link #MOST_AWAITING}
 * @param longTerm what earlier sleeps have kept
 * @param consolidated tick of the last consolidation
 * @param reminded tick at which a trace was last used
 */
public record Memory(
    List<Episode> shortTerm,
    List<Episode> awaiting,
    LongTerm longTerm,
    long consolidated,
    long reminded) {
  /** The span of short-term memory (Miller 1956). */
  public static final int SPAN = 7;

  /** Most episodes of a day that wait for sleep; the least significant give way. */
  public static final int MOST_AWAITING = 24;

  /** A newborn remembers nothing. */
  public static final Memory NONE = new Memory(List.of(), List.of(), LongTerm.EMPTY, -1, 0);

  public Memory {
    Bounds.within("episodes in short-term memory", shortTerm.size(), 0, SPAN);
    Bounds.within("episodes that await sleep", awaiting.size(), 0, MOST_AWAITING);
    shortTerm = List.copyOf(shortTerm);
    awaiting = List.copyOf(awaiting);
  }

  /** After one more episode: the oldest gives way to it. */
  public Memory perceived(Episode episode) {
    if (shortTerm.size() < SPAN) {
      return new Memory(plus(shortTerm, episode), awaiting, longTerm, consolidated, reminded);
    }
    var leaving = shortTerm.getFirst();
    return new Memory(
        plus(shortTerm.subList(1, SPAN), episode),
        leaving.isWorthKeeping() ? tagged(leaving) : awaiting,
        longTerm,
        consolidated,
        reminded);
  }

  private List<Episode> tagged(Episode leaving) {
    var next = new ArrayList<>(plus(awaiting, leaving));
    if (next.size() > MOST_AWAITING) {
      next.remove(
          next.stream()
              .min(Comparator.comparingDouble(episode -> episode.meaning().significance()))
              .orElseThrow());
    }
    return next;
  }

  /** All episodes that the next sleep may keep, the oldest first. */
  public List<Episode> worthKeeping() {
    var all = new ArrayList<>(awaiting);
    shortTerm.stream().filter(Episode::isWorthKeeping).forEach(all::add);
    return all;
  }

  /** After a consolidation: what it kept is in long-term memory, and nothing waits. */
  public Memory consolidated(long tick, Collection<Trace> kept, Collection<Long> dropped) {
    return new Memory(List.of(), List.of(), longTerm.changed(kept, dropped), tick, reminded);
  }

  /** After a trace came to mind. */
  public Memory reminded(long tick, long trace, BaseLevel level) {
    return new Memory(shortTerm, awaiting, longTerm.used(trace, level), consolidated, tick);
  }

  private static List<Episode> plus(List<Episode> episodes, Episode last) {
    var more = new ArrayList<Episode>(episodes.size() + 1);
    more.addAll(episodes);
    more.add(last);
    return more;
  }

  void writeTo(Canon canon) {
    canon.list(shortTerm, Episode::writeTo).list(awaiting, Episode::writeTo);
    longTerm.writeTo(canon);
    canon.whole(consolidated).whole(reminded);
  }
}
