package life.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import life.journal.FactStore;

/** How the journal is doing: its syncs, how much they carry, and whether it can be written. */
final class JournalMeters {
  private final MeterRegistry registry;

  JournalMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void watch(FactStore store) {
    var sync =
        Timer.builder("life.journal.commit")
            .description("Writing a group of facts to the log, with its one fsync")
            .serviceLevelObjectives(
                PrometheusMeters.millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000))
            .register(registry);
    var facts =
        DistributionSummary.builder("life.journal.commit.facts")
            .description("Facts that share one fsync")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
            .register(registry);
    store.onCommits((count, nanos) -> {
      sync.record(nanos, TimeUnit.NANOSECONDS);
      facts.record(count);
    });
    Gauge.builder("life.journal.outage", () -> store.trouble().isPresent() ? 1 : 0)
        .description("1 while the journal can't be written, else 0")
        .register(registry);
    Gauge.builder("life.journal.waiting", store::waiting)
        .description("Writes that wait for the journal")
        .register(registry);
    Gauge.builder("life.journal.free", store::freeBytes)
        .baseUnit("bytes")
        .description("Room that is left on the disk of the journal")
        .register(registry);
  }
}
