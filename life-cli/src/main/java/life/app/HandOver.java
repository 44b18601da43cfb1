package life.app;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import life.actor.Ticker;
import life.being.Downtime;
import life.http.Births.Birth;
import life.http.Subscribers.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a process leaves to the one after it, besides the journal, which has all that concerns the
 * beings. Nothing in it is needed: without it settings speak, and clients ask again.
 *
 * @param written when; the epoch if nothing was left
 * @param data the data directory, as its real path
 * @param time how it passed
 * @param settings that were in force, by path
 * @param positions how far each life and so the generator for it was, by name
 * @param births that were asked for and not answered
 * @param subscribers who listened, and up to which event
 */
record HandOver(
    Instant written,
    String data,
    Ticker.Time time,
    SortedMap<String, String> settings,
    SortedMap<String, Position> positions,
    List<Birth> births,
    List<Subscription> subscribers) {
  private static final String SPEED = "speed";

  /**
   * How far a life is.
   *
   * @param seq its last fact
   * @param tick up to which it was lived, and the world drawn for it
   */
  record Position(long seq, long tick) {}

  /** Nothing was left. */
  static final HandOver NONE =
      new HandOver(
          Instant.EPOCH,
          "",
          new Ticker.Time(1, false),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          List.of(),
          List.of());

  boolean isThere() {
    return !written.equals(Instant.EPOCH);
  }

  /** Why no process had the lives; null if nobody knows. */
  @Nullable Downtime downtime() {
    return isThere() ? Downtime.DEV_RESTART : null;
  }

  /** How time is to pass: as before, unless somebody has set another speed since. */
  Ticker.Time timeOr(Plan plan) {
    if (!isThere()) {
      return plan.time();
    }
    boolean isSet = !plan.settings().getOrDefault(SPEED, "").equals(settings.get(SPEED));
    return new Ticker.Time(
        isSet ? plan.time().speed() : time.speed(), time.paused() || plan.time().paused());
  }

  /** What somebody has set otherwise since, a line each. */
  List<String> changes(Plan plan) {
    return plan.settings().entrySet().stream()
        .filter(now -> !now.getValue().equals(settings.get(now.getKey())))
        .map(now ->
            "life.%s is now %s, it was %s"
                .formatted(
                    now.getKey(), now.getValue(), settings.getOrDefault(now.getKey(), "not set")))
        .toList();
  }
}
