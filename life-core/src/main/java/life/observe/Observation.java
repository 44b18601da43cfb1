package life.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import life.body.Bounds;
import life.detect.Checkpoint;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual that was noticed in a life: one cause, however many signs it shows, from begin
 * to end. Each change of it is a new version with the same number.
 *
 * @param number counts the observations of a life from 1
 * @param version counts the changes of all observations of a life from 1, so a later version is a
 *     later change
 * @param noticed the fact with which it was noticed first
 * @param peak where it was most unusual
 * @param changed the fact that led to this version
 * @param end where it was over; null while it goes on
 * @param signs one to {@link #MOST_SIGNS}, each of another kind or about something else, the first
 *     noticed first
 */
public record Observation(
    int number,
    long version,
    Juncture noticed,
    Juncture peak,
    Juncture changed,
    @Nullable Juncture end,
    List<Sign> signs) {
  /** Most signs that are told of; others are taken in without a word. */
  public static final int MOST_SIGNS = 16;

  public Observation {
    Bounds.within("number", number, 1, Integer.MAX_VALUE);
    Bounds.within("version", version, 1, Long.MAX_VALUE);
    Bounds.within("signs", signs.size(), 1, MOST_SIGNS);
    signs = List.copyOf(signs);
  }

  /** Since when: where the earliest of its signs began. */
  public Juncture begin() {
    return signs.stream()
        .map(Sign::since)
        .min(Comparator.comparingLong(Juncture::tick).thenComparingLong(Juncture::seq))
        .orElseThrow();
  }

  /** How much it matters: as much as the gravest of its signs. */
  public Severity severity() {
    return signs.stream()
        .map(sign -> sign.kind().severity())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether it goes on. */
  public boolean isOpen() {
    return end == null;
  }

  /** The first sign of that kind, if it shows one. */
  public Optional<Sign> sign(SignKind kind) {
    return signs.stream().filter(sign -> sign.kind() == kind).findFirst();
  }

  /** In words: what its gravest sign says, then what the others say. */
  public String words() {
    var said = new ArrayList<String>();
    signs.stream()
        .sorted(Comparator.comparing((Sign sign) -> sign.kind().severity()).reversed())
        .forEach(sign -> said.add(sign.words()));
    return String.join("; ", said);
  }

  /**
   * What {@link #written} gave.
   *
   * @throws IllegalArgumentException if these bytes are no observation
   */
  public static Observation read(byte[] bytes) {
    var reader = new CheckpointReader(bytes);
    try {
      var observation = blank().keep(reader);
      if (reader.isAtEnd()) {
        return observation;
      }
    } catch (IllegalArgumentException | NoSuchElementException | ArithmeticException e) {
      throw new IllegalArgumentException("this is no observation: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("this is no observation: it goes on after its end");
  }

  /** As bytes: equal observations are equal bytes. */
  public byte[] written() {
    var writer = new CheckpointWriter();
    keep(writer);
    return writer.written();
  }

  Observation keep(Checkpoint checkpoint) {
    int which = checkpoint.count(number);
    long change = checkpoint.whole(version);
    var first = noticed.keep(checkpoint);
    var most = peak.keep(checkpoint);
    var last = changed.keep(checkpoint);
    boolean ended = checkpoint.flag(end != null);
    var over = ended ? (end == null ? noticed : end).keep(checkpoint) : null;
    int count = checkpoint.size(signs.size());
    var shown = new ArrayList<Sign>(count);
    for (int i = 0; i < count; i++) {
      shown.add((checkpoint.isReading() ? Sign.blank() : signs.get(i)).keep(checkpoint));
    }
    return new Observation(which, change, first, most, last, over, shown);
  }

  /** Something to call {@link #keep} on when reading. */
  static Observation blank() {
    var nowhere = new Juncture(1, 0);
    return new Observation(1, 1, nowhere, nowhere, nowhere, null, List.of(Sign.blank()));
  }
}
