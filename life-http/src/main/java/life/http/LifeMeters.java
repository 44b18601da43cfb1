package life.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import life.actor.Directory;
import life.actor.Directory.Standing;
import life.actor.Recovery;
import life.being.SelfState;

/** How many lives there are, by how they stand, and how far they were read at the start. */
final class LifeMeters {
  private final Directory directory;
  private volatile Map<Stand, Integer> census = Map.of();

  /** How a life can stand; each of them stands in one way. */
  enum Stand {
    RECOVERING,
    DAMAGED,
    UNLIVABLE,
    ALIVE,
    DEGRADING,
    DEAD;

    /** How a life stands; empty for one that is only just being born. */
    static Optional<Stand> of(Standing standing) {
      return switch (standing) {
        case Standing.Recovering _ -> Optional.of(RECOVERING);
        case Standing.Damaged _ -> Optional.of(DAMAGED);
        case Standing.Unlivable _ -> Optional.of(UNLIVABLE);
        case Standing.Present(SelfState state) ->
            switch (state.phase()) {
              case INIT -> Optional.empty();
              case ALIVE -> Optional.of(ALIVE);
              case DEGRADING -> Optional.of(DEGRADING);
              case DEAD -> Optional.of(DEAD);
            };
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LifeMeters(MeterRegistry registry, Directory directory) {
    this.directory = directory;
    for (var stand : Stand.values()) {
      Gauge.builder("life.lives", () -> census.getOrDefault(stand, 0))
          .tag("standing", stand.word())
          .description("Lives that the journal knows, by how they stand")
          .register(registry);
    }
    Recovery recovery = directory.recovery();
    Gauge.builder("life.recovery.lives", () -> recovery.progress().all())
        .description("Lives that the journal had when the process started")
        .register(registry);
    Gauge.builder("life.recovery.lives.read", () -> recovery.progress().read())
        .description("Those of them that were read, also if they are damaged or can't go on")
        .register(registry);
    Gauge.builder("life.recovery.seconds", () -> seconds(recovery.progress()))
        .description("How long that took, or takes so far")
        .register(registry);
  }

  static double seconds(Recovery.Progress progress) {
    return progress.taken().toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** How many lives stand in which way now. */
  static Map<Stand, Integer> census(Directory directory) {
    var census = new EnumMap<Stand, Integer>(Stand.class);
    for (var entry : directory.all()) {
      Stand.of(entry.standing()).ifPresent(stand -> census.merge(stand, 1, Integer::sum));
    }
    return census;
  }

  /** Takes a look, which is what the gauges then show. */
  void look() {
    census = census(directory);
  }
}
