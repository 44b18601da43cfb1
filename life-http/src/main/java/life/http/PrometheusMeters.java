package life.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import life.actor.Directory;
import life.actor.Ticker;
import life.http.listen.Listener;
import life.http.listen.Refusal;
import life.http.problem.ProblemType;
import life.journal.FactStore;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Meters of one process, for Prometheus. Names carry their units; labels come from closed sets, so
 * that nobody outside can make more of them.
 */
public final class PrometheusMeters implements Meters {
  /** More than there are templates; what goes beyond is not counted. */
  private static final int MOST_ROUTES = 128;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter stimuli;
  private final Timer acknowledgement;
  private final MeterProvider<Counter> refusals;
  private final MeterProvider<Counter> requests;
  private final LifeMeters lives;
  private volatile double speed = Double.NaN;

  /**
   * Begins to count; what happened before is not counted.
   *
   * @param system whose lives are watched; when it ends, the meters do
   * @param store where facts become durable
   * @param directory of the lives
   */
  public PrometheusMeters(ActorSystem<?> system, FactStore store, Directory directory) {
    registry
        .config()
        .meterFilter(
            MeterFilter.maximumAllowableTags(
                "life.http.requests", "route", MOST_ROUTES, MeterFilter.deny()));
    stimuli =
        Counter.builder("life.stimuli.acknowledged")
            .description("Stimuli that came over HTTP and were acknowledged as durable")
            .register(registry);
    acknowledgement =
        Timer.builder("life.acknowledgement")
            .description("From asking a life to its acknowledgement of one or more stimuli")
            .serviceLevelObjectives(millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000))
            .register(registry);
    refusals =
        Counter.builder("life.refusals")
            .description("What was refused, by the problem that was answered")
            .withRegistry(registry);
    for (var type : ProblemType.values()) {
      refusals.withTag("reason", type.slug());
    }
    requests =
        Counter.builder("life.http.requests")
            .description("Requests that were answered, by endpoint, method and class of status")
            .withRegistry(registry);
    Gauge.builder("life.speed.ratio", () -> speed)
        .description("Seconds of life a second of wall clock; 0 while time stands still")
        .register(registry);
    lives = new LifeMeters(registry, directory);
    new JournalMeters(registry).watch(store);
    EventMeters.spawn(system, registry);
    machine(system);
  }

  /** The JVM and the process, as Micrometer names them. */
  private void machine(ActorSystem<?> system) {
    var collector = new JvmGcMetrics();
    List.of(
            collector,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
    system.getWhenTerminated().thenRun(collector::close);
  }

  static Duration[] millis(long... millis) {
    return Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  @Override
  public void acknowledged(int count, long nanos) {
    stimuli.increment(count);
    acknowledgement.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void refused(ProblemType why) {
    refusals.withTag("reason", why.slug()).increment();
  }

  @Override
  public void answered(String method, String template, int status) {
    requests
        .withTags(
            "method",
            METHODS.contains(method) ? method : "other",
            "route",
            template,
            "status",
            Math.clamp(status / 100, 1, 5) + "xx")
        .increment();
  }

  @Override
  public void watch(Listener listener) {
    gauge("life.connections", "Open connections of the main listener", listener::connections);
    for (var reason : Refusal.values()) {
      FunctionCounter.builder(
              "life.connections.refused", listener, each -> (double) each.refusals(reason))
          .tag("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .description("Connections that the main listener refused or ended, by reason")
          .register(registry);
    }
  }

  @Override
  public void subscribers(IntSupplier open) {
    gauge("life.subscribers", "Open streams and channels", open);
  }

  @Override
  public void waiting(IntSupplier waiting) {
    gauge("life.stimuli.waiting", "Stimuli that wait until they are durable", waiting);
  }

  private void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value::getAsInt).description(description).register(registry);
  }

  @Override
  public String scrape(Optional<Ticker.Time> time) {
    speed = time.map(now -> now.paused() ? 0 : now.speed()).orElse(Double.NaN);
    lives.look();
    return registry.scrape();
  }
}
