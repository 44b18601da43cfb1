package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a life, as the server tells it.
 *
 * @param cause what it died of; null while it lives
 * @param tickSeconds length of a tick
 * @param ageSeconds age now, which may be later than the end of the series
 * @param from its first tick
 * @param to its end, after {@code from}
 * @param buckets in order, without a gap
 */
record Series(
    String life,
    String phase,
    @Nullable String cause,
    double tickSeconds,
    double ageSeconds,
    long from,
    long to,
    List<Bucket> buckets,
    List<Turning> turnings) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** From the least to the greatest. */
  record Range(double min, double max) {
    Range and(Range other) {
      return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
  }

  /** The most intense of some stimuli. */
  record Strongest(String kind, double intensity) {}

  /** See the server's document. */
  record Bucket(
      long tick,
      long until,
      Range energy,
      Range stability,
      Range integrity,
      Range drive,
      double felt,
      double asleep,
      int stimuli,
      @Nullable Strongest strongest,
      String phase) {

    /** This one and the next as one; in the graver of their phases. */
    Bucket and(Bucket next) {
      double ticks = until - tick;
      double more = next.until - next.tick;
      return new Bucket(
          tick,
          next.until,
          energy.and(next.energy),
          stability.and(next.stability),
          integrity.and(next.integrity),
          drive.and(next.drive),
          next.felt,
          (asleep * ticks + next.asleep * more) / (ticks + more),
          stimuli + next.stimuli,
          stronger(next.strongest),
          gravity(next.phase) > gravity(phase) ? next.phase : phase);
    }

    private @Nullable Strongest stronger(@Nullable Strongest other) {
      return strongest == null || (other != null && other.intensity > strongest.intensity)
          ? other
          : strongest;
    }

    private static int gravity(String phase) {
      return switch (phase) {
        case "DEAD" -> 2;
        case "DEGRADING" -> 1;
        default -> 0;
      };
    }
  }

  /** When it entered another phase. */
  record Turning(long tick, String type) {}

  static Series of(JsonNode document) {
    var buckets = new ArrayList<Bucket>();
    document.path("buckets").forEach(bucket -> buckets.add(bucket(bucket)));
    var turnings = new ArrayList<Turning>();
    for (var turning : document.path("turnings")) {
      turnings.add(new Turning(turning.path("tick").asLong(), turning.path("type").asText("")));
    }
    long from = document.path("from").asLong();
    return new Series(
        document.path("life").asText("?"),
        document.path("phase").asText("?"),
        document.path("cause").isTextual() ? document.path("cause").asText() : null,
        document.path("tickSeconds").asDouble(1),
        seconds(document.path("age").asText("")),
        from,
        Math.max(from + 1, document.path("to").asLong()),
        List.copyOf(buckets),
        List.copyOf(turnings));
  }

  private static double seconds(String iso) {
    try {
      return Duration.parse(iso).toNanos() / NANOS_PER_SECOND;
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }

  private static Bucket bucket(JsonNode node) {
    var strongest = node.path("strongest");
    return new Bucket(
        node.path("tick").asLong(),
        node.path("until").asLong(),
        range(node.path("energy")),
        range(node.path("stability")),
        range(node.path("integrity")),
        range(node.path("drive")),
        node.path("felt").asDouble(),
        node.path("asleep").asDouble(),
        node.path("stimuli").asInt(),
        strongest.isObject()
            ? new Strongest(
                strongest.path("kind").asText("?"), strongest.path("intensity").asDouble())
            : null,
        node.path("phase").asText("?"));
  }

  private static Range range(JsonNode pair) {
    return new Range(pair.path(0).asDouble(), pair.path(1).asDouble());
  }
}
