package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import life.being.Decider;
import life.being.LifeId;
import life.journal.FactFormat;
import life.world.Stimulus;
import org.apache.pekko.stream.javadsl.Sink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Listeners cost little, whatever they do, and never keep a process from ending. */
@Timeout(120)
class StreamsAreBoundedTest {
  private static final String STREAM = "/v1/lives/ada/facts/stream";
  private static final Stimulus NOISE = new Stimulus("noise", 0.3);
  private static final StreamEndpoints.Limits LIMITS =
      new StreamEndpoints.Limits(3, Duration.ofMillis(100), Duration.ofSeconds(30));

  private OpenHouse house;

  @BeforeEach
  void open(@TempDir Path data) {
    house = new OpenHouse(data, LIMITS);
    house.bear("ada");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void inSilenceAHeartbeatComes() {
    try (var listening = new Listening(house, STREAM)) {
      assertThat(listening.frame().orElseThrow().lines()).containsExactly("retry: 1000");
      assertThat(listening.frame().orElseThrow().isComment()).isTrue();
      assertThat(listening.frame().orElseThrow().isComment()).isTrue();
      house.meet("ada", NOISE, 1);
      assertThat(listening.event().orElseThrow().id()).isEqualTo(2);
    }
  }

  @Test
  void oneStreamTooManyIsRefusedUntilSomebodyLeaves() {
    try (var first = begun();
        var second = begun()) {
      try (var third = begun()) {
        var refused = house.get(STREAM);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(refused.json().get("type").asText()).isEqualTo("/problems/too-many-streams");
        assertThat(refused.json().get("detail").asText()).startsWith("3 streams are open already");
        assertThat(house.get("/v1/lives/ada").status()).isEqualTo(200);
        house.meet("ada", NOISE, 1);
        for (var listening : List.of(first, second, third)) {
          assertThat(listening.event().orElseThrow().id()).isEqualTo(2);
        }
      }
      Awaitility.await()
          .until(() -> {
            try (var next = new Listening(house, STREAM)) {
              return next.status() == 200;
            }
          });
    }
  }

  /** A stream that has a place: its first frame has come. */
  private Listening begun() {
    var listening = new Listening(house, STREAM);
    assertThat(listening.frame()).isPresent();
    return listening;
  }

  @Test
  void whoeverDoesNotReadHoldsUpNobodyAndMissesNothing() {
    try (var slow = new Listening(house, STREAM + "?after=0");
        var quick = new Listening(house, STREAM + "?after=0")) {
      house.meet("ada", NOISE, 4_000);
      long last = house.settled("ada");
      assertThat(quick.idsUpTo(last)).isEqualTo(upTo(last)).hasSizeGreaterThan(8_000);
      assertThat(slow.idsUpTo(last)).isEqualTo(upTo(last));
    }
  }

  @Test
  void whatIsNotReadStaysInTheJournal() {
    house.meet("ada", NOISE, 1_000);
    long last = house.settled("ada");
    var told = new AtomicInteger();
    var ada = new LifeId("ada");
    var facts =
        house
            .service()
            .biography()
            .follow(ada, 0, Decider.UNBORN, ForkJoinPool.commonPool())
            .map(fact -> {
              told.incrementAndGet();
              return fact;
            });
    var types = Set.copyOf(FactFormat.factTypes());
    var queue =
        EventStream.of(FactStream.of(facts, types), LIMITS.heartbeat())
            .runWith(Sink.queue(), house.service().system());
    for (int i = 0; i < 5; i++) {
      assertThat(queue.pull().toCompletableFuture().join()).isPresent();
    }
    try (var other = new Listening(house, STREAM + "?after=0")) {
      assertThat(other.idsUpTo(last)).hasSizeGreaterThan(2_000);
    }
    assertThat(told).hasValueLessThan(32);
    queue.cancel();
  }

  @Test
  void theServerEndsItsStreamsWhenItStops() {
    try (var quiet = begun();
        var stuck = new Listening(house, STREAM + "?after=0")) {
      assertThat(stuck.frame()).isPresent();
      house.meet("ada", NOISE, 4_000);
      long last = house.settled("ada");
      assertThat(quiet.idsUpTo(last)).isNotEmpty();
      house.close();
      assertThat(quiet.event()).isEmpty();
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
