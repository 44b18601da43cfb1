package life.app;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import life.body.Bounds;

/** How long each part of the process may take to end, by its name, in the order of their ends. */
record Patiences(Map<String, Duration> byName) {
  static final String INTAKE = "intake";
  static final String STREAMS = "streams";
  static final String TICKER = "ticker";
  static final String LIVES = "lives";
  static final String JOURNAL = "journal";

  /** Pekko's phase in which each of them ends. */
  private static final Map<String, String> PHASES =
      Map.of(
          INTAKE,
          "service-unbind",
          STREAMS,
          "service-requests-done",
          TICKER,
          "life-ticker",
          LIVES,
          "service-stop",
          JOURNAL,
          "actor-system-terminate");

  /** So much later Pekko would go on by itself; each part has been forced by then. */
  private static final Duration LATER = Duration.ofSeconds(1);

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException if one of them is below 0.1 s or above 60 s
   */
  static Patiences of(Config life) {
    var byName = new LinkedHashMap<String, Duration>();
    for (var name : new String[] {INTAKE, STREAMS, TICKER, LIVES, JOURNAL}) {
      var patience = life.getDuration("shutdown." + name);
      Bounds.within("shutdown." + name + " in milliseconds", patience.toMillis(), 100, 60_000);
      byName.put(name, patience);
    }
    return new Patiences(byName);
  }

  Duration of(String name) {
    return Optional.ofNullable(byName.get(name)).orElseThrow();
  }

  /** Pekko's phase in which that part ends. */
  static String phase(String name) {
    return Optional.ofNullable(PHASES.get(name)).orElseThrow();
  }

  /** The settings of Pekko's phases that fit these. */
  Map<String, Object> phases() {
    var phases = new LinkedHashMap<String, Object>();
    byName.forEach((name, patience) ->
        phases.put(
            "pekko.coordinated-shutdown.phases." + phase(name) + ".timeout",
            patience.plus(LATER).toMillis() + " ms"));
    return phases;
  }
}
