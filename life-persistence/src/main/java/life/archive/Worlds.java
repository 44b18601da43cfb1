package life.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import life.archive.MightHaveBeen.Band;
import life.archive.MightHaveBeen.Fate;
import life.archive.MightHaveBeen.Spread;
import life.being.Decider;
import life.being.SelfState;
import life.being.SelfState.Alive;

/** How one life goes in many worlds: what is seen of each at the same moments. */
final class Worlds {
  /** Moments at which all of them are looked at. */
  private static final int MOMENTS = 24;

  private final long[] ticks;
  private final SelfState[][] seen;
  private final List<Fate> fates = new ArrayList<>();
  private int world = -1;
  private int next;
  private SelfState last;

  Worlds(long from, long until, int worlds) {
    long span = until - from;
    int moments = (int) Math.min(MOMENTS, Math.max(1, span));
    this.ticks = new long[moments];
    for (int i = 0; i < moments; i++) {
      ticks[i] = from + (long) ((i + 1.0) / moments * span);
    }
    this.seen = new SelfState[worlds][moments];
    this.last = Decider.UNBORN;
  }

  void begin(Alive at) {
    world++;
    next = 0;
    last = at;
  }

  /** Looks at a state of the world at hand; time goes on from one look to the next. */
  void look(SelfState state) {
    last = state;
    while (next < ticks.length && Moments.living(state).tick() >= ticks[next]) {
      seen[world][next++] = state;
    }
  }

  void end(long seed, SelfState end) {
    while (next < ticks.length) {
      seen[world][next++] = last;
    }
    fates.add(new Fate(seed, end));
  }

  List<Fate> fates() {
    return fates;
  }

  List<Band> bands() {
    var bands = new ArrayList<Band>();
    for (int moment = 0; moment < ticks.length && seen.length > 0; moment++) {
      bands.add(
          new Band(
              ticks[moment],
              living(moment),
              spread(moment, being -> being.condition().vitals().energy()),
              spread(moment, being -> being.condition().vitals().stability()),
              spread(moment, being -> being.condition().vitals().integrity()),
              spread(moment, Alive::drive)));
    }
    return bands;
  }

  private int living(int moment) {
    return (int) Arrays.stream(seen).filter(states -> states[moment].isAlive()).count();
  }

  private Spread spread(int moment, ToDoubleFunction<Alive> value) {
    double[] values =
        Arrays.stream(seen)
            .mapToDouble(states -> value.applyAsDouble(Moments.living(states[moment])))
            .sorted()
            .toArray();
    return Spread.of(values);
  }
}
