package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import life.actor.Directory.Standing;
import life.actor.Monitor;
import life.http.Check.Status;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.jspecify.annotations.Nullable;

/** Whether lives can be touched now: they are read, the journal takes facts, and nobody leaves. */
final class Readiness {
  /** A journal that is silent for so long is not one to rely on. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration MONITOR_PATIENCE = Duration.ofMillis(300);

  private static final String SILENT =
      "the journal has not answered for " + PATIENCE.toSeconds() + " s";

  private final Service service;
  private final Executor threads;
  private Probe probe = new Probe(0, completedFuture(null));

  /** A question to the journal: when it was asked, and what is completed by the answer. */
  private record Probe(long sinceNanos, CompletableFuture<Void> answer) {
    boolean isLate() {
      return !answer.isDone() && System.nanoTime() - sinceNanos > PATIENCE.toNanos();
    }
  }

  /**
   * Prepares the checks.
   *
   * @param threads on which they are made
   */
  Readiness(Service service, Executor threads) {
    this.service = service;
    this.threads = threads;
  }

  CompletionStage<List<Check>> checks() {
    return silence()
        .thenCombineAsync(
            monitor(),
            (silence, monitor) -> {
              var checks = new ArrayList<Check>();
              checks.add(recovered());
              checks.add(journalWritable(silence));
              checks.add(notDraining());
              monitor.ifPresent(checks::add);
              return checks;
            },
            threads);
  }

  /** How far the monitor is, for information; empty if nobody watches. */
  private CompletionStage<Optional<Check>> monitor() {
    if (service.notices().isEmpty()) {
      return completedFuture(Optional.empty());
    }
    return AskPattern.ask(
            service.monitor(),
            (ActorRef<Integer> replyTo) -> (Monitor.Message) new Monitor.HowFarBehind(replyTo),
            MONITOR_PATIENCE,
            service.system().scheduler())
        .handleAsync(
            (behind, failure) -> Optional.of(caughtUp(failure == null ? behind : null)), threads);
  }

  private static Check caughtUp(@Nullable Integer behind) {
    if (behind == null) {
      return new Check("monitor-caught-up", Status.WARN, "the monitor is busy");
    }
    return behind == 0
        ? new Check("monitor-caught-up", Status.PASS, "all that happened was watched")
        : new Check("monitor-caught-up", Status.WARN, "lives to catch up on: " + behind);
  }

  private Check recovered() {
    var progress = service.directory().recovery().progress();
    var far = "%d of %d lives read".formatted(progress.read(), progress.all());
    long damaged =
        service.directory().all().stream()
            .filter(entry -> entry.standing() instanceof Standing.Damaged)
            .count();
    return Check.of(
        "recovered",
        progress.isDone(),
        damaged == 0 ? far : far + "; damaged: " + damaged + ", which GET /v1/lives names");
  }

  private Check journalWritable(Optional<String> silence) {
    var why = service.facts().trouble().map(Throwable::getMessage).or(() -> silence);
    return Check.of("journal-writable", why.isEmpty(), why.orElse("the journal takes facts"));
  }

  /** Why the journal gives no answer; empty if it does. */
  private CompletionStage<Optional<String>> silence() {
    var asked = probe();
    return asked.isLate()
        ? completedFuture(Optional.of(SILENT))
        : asked
            .answer()
            .handle((_, failure) -> Optional.ofNullable(failure).map(Throwable::getMessage))
            .completeOnTimeout(Optional.of(SILENT), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Goes the way of a write through the one thread that writes, and writes nothing. Whoever asks
   * while a probe is on its way waits for that one, so many who ask cost one probe.
   */
  private synchronized Probe probe() {
    if (probe.answer().isDone()) {
      probe = new Probe(System.nanoTime(), service.facts().settled());
    }
    return probe;
  }

  private Check notDraining() {
    boolean isDraining = CoordinatedShutdown.get(service.system()).getShutdownReason().isPresent();
    return Check.of(
        "not-draining",
        !isDraining,
        isDraining ? "Life is shutting down and takes nothing more" : "Life is running");
  }
}
