package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import life.world.Stimulus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream is for those who read: the others lose their place, and nothing else. */
@Timeout(120)
class WhoeverTakesNothingIsCutOffTest {
  private static final Stimulus NOISE = new Stimulus("noise", 0.3);
  private static final StreamEndpoints.Limits LIMITS =
      new StreamEndpoints.Limits(1, Duration.ofMillis(100), Duration.ofSeconds(1));

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

  @ParameterizedTest
  @ValueSource(strings = {"/v1/stream", "/v1/lives/ada/facts/stream"})
  void itLosesItsPlaceAndGoesOnFromWhereItWas(String stream) {
    long last = meetMuch();
    var heard = new ArrayList<Long>();
    try (var slow = begun(stream + "?after=0")) {
      assertThat(house.get(stream).status()).isEqualTo(503);
      try (var next = begun(stream + "?after=0")) {
        assertThat(next.idsUpTo(last)).isEqualTo(upTo(last));
      }
      readToTheCut(slow, heard);
    }
    assertThat(heard.size()).isLessThan((int) last);
    long after = heard.isEmpty() ? 0 : heard.getLast();
    try (var resumed = begun(stream, "Last-Event-ID: " + after)) {
      heard.addAll(resumed.idsUpTo(last));
    }
    assertThat(heard).isEqualTo(upTo(last));
  }

  @Test
  void whoeverIsQuietBecauseNothingHappensStays() {
    try (var patient = begun("/v1/stream")) {
      for (int i = 0; i < 25; i++) {
        assertThat(patient.frame()).isPresent();
      }
      house.meet("ada", NOISE, 1);
      assertThat(patient.event()).isPresent();
    }
  }

  /** More than the buffers between two sockets hold. */
  private long meetMuch() {
    for (int i = 0; i < 3; i++) {
      house.meet("ada", NOISE, 4_000);
      house.settled("ada");
    }
    return house.seq("ada");
  }

  /** Who listens as soon as there is a place. */
  private Listening begun(String path, String... headers) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> new Listening(house, path, headers), WhoeverTakesNothingIsCutOffTest::hasPlace);
  }

  private static boolean hasPlace(Listening listening) {
    boolean hasPlace =
        listening.status() == 200
            && listening.frame().orElseThrow().lines().equals(List.of("retry: 1000"));
    if (!hasPlace) {
      listening.close();
    }
    return hasPlace;
  }

  private static void readToTheCut(Listening slow, List<Long> heard) {
    try {
      while (true) {
        heard.add(slow.event().orElseThrow().id());
      }
    } catch (UncheckedIOException | NumberFormatException cut) {
      assertThat(heard).doesNotHaveDuplicates().isSorted();
    }
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
