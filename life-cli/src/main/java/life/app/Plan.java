package life.app;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import life.actor.SnapshotPolicy;
import life.actor.Ticker;
import life.being.LawSettings;
import life.being.LifeId;
import life.body.Bounds;
import life.cli.Exit;
import life.cli.Mortality;
import life.cli.Switch;
import life.cli.Trouble;
import life.http.Room;
import life.law.Laws;
import life.mind.SleepCycle;
import life.world.Weather;

/**
 * What this run of the process is to do: flags before environment before config file before
 * defaults, all checked.
 */
record Plan(
    Optional<LifeId> name,
    OptionalLong seed,
    String world,
    Weather weather,
    Optional<Path> scenario,
    LawSettings laws,
    Ticker.Time time,
    Duration beat,
    SnapshotPolicy snapshots,
    boolean monitor,
    Path data,
    Path worlds,
    Reach reach,
    OptionalLong untilTick,
    Settings.Supervision supervision,
    SortedMap<String, String> settings,
    Patiences patiences,
    Config config) {

  /**
   * Reads the settings.
   *
   * @throws Trouble naming what is wrong and what would be right
   */
  static Plan of(Settings flags, Map<String, String> environment) {
    try {
      return read(flags, environment);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-setting",
          String.valueOf(e.getMessage()),
          "see 'life run --help' and the notes in config/life.conf",
          e);
    }
  }

  private static Plan read(Settings flags, Map<String, String> environment) {
    var file = configFile();
    var config =
        ConfigFactory.parseMap(said(flags), "the command line")
            .withFallback(ConfigFactory.parseMap(said(environment), "the environment"))
            .withFallback(
                ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(true)))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    Room.of(config); // read where it is used; refused here, before anything starts
    var life = config.getConfig("life");
    var data = Path.of(life.getString("data")).toAbsolutePath().normalize();
    var patiences = Patiences.of(life);
    var untilTick =
        flags.untilTick() == null
            ? OptionalLong.empty()
            : OptionalLong.of(Bounds.within("--until-tick", flags.untilTick(), 1, Long.MAX_VALUE));
    return new Plan(
        Optional.ofNullable(flags.name()).map(LifeId::new),
        flags.seed() == null ? OptionalLong.empty() : OptionalLong.of(flags.seed()),
        life.getString("world"),
        weather(life.getString("weather")),
        Optional.ofNullable(flags.scenario()),
        laws(life.getConfig("laws")),
        new Ticker.Time(life.getDouble("speed"), flags.scenario() != null),
        beat(life.getDuration("beat")),
        new SnapshotPolicy(life.getInt("snapshots.every-facts")),
        life.getBoolean("monitor.enabled"),
        data,
        file.resolveSibling("worlds"),
        Reach.of(life, flags.address()),
        untilTick,
        flags.supervision(),
        spoken(life),
        patiences,
        ConfigFactory.parseMap(
                Map.of("life.journal.dir", data.toString(), "life.snapshots.dir", data.toString()))
            .withFallback(ConfigFactory.parseMap(patiences.phases()))
            .withFallback(config));
  }

  /** All settings in force, by their path below {@code life}. */
  private static SortedMap<String, String> spoken(Config life) {
    var settings = new TreeMap<String, String>();
    life.entrySet()
        .forEach(each -> settings.put(each.getKey(), String.valueOf(each.getValue().unwrapped())));
    return settings;
  }

  /** The file of settings; the launcher says where that is. */
  static Path configFile() {
    return Path.of(System.getProperty("life.config", "config/life.conf")).toAbsolutePath();
  }

  private static Weather weather(String word) {
    return Weather.named(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the weather is calm, normal, active or storm, not '" + word + "'"));
  }

  /** Shorter than a stall of the ticker by far, or time would stand still. */
  private static Duration beat(Duration beat) {
    Bounds.within("beat in milliseconds", beat.toMillis(), 1, 500);
    return beat;
  }

  private static LawSettings laws(Config laws) {
    return new LawSettings(
        Laws.VERSION,
        laws.getDouble("tick-seconds"),
        laws.getBoolean("mortality"),
        laws.getDouble("energy-per-hour"),
        laws.getDouble("energy-asleep"),
        laws.getDouble("arousal-cost"),
        laws.getDouble("arousal-half-life-seconds"),
        laws.getDouble("arousal-gain"),
        laws.getDouble("wear-per-hour"),
        laws.getDouble("decay-per-hour"),
        laws.getDouble("heal-per-hour"),
        new SleepCycle(
            laws.getDouble("sleep.asleep-above"),
            laws.getDouble("sleep.awake-below"),
            laws.getDouble("sleep.swing")),
        laws.getDouble("clock-noise"),
        laws.getDouble("learning-rate"));
  }

  private static Map<String, Object> said(Settings flags) {
    var said = new HashMap<String, Object>();
    if (flags.speed() != null) {
      said.put("life.speed", flags.speed());
    }
    if (flags.data() != null) {
      said.put("life.data", flags.data().toString());
    }
    if (flags.address().host() != null) {
      said.put("life.host", flags.address().host());
    }
    if (flags.address().port() != null) {
      said.put("life.port", flags.address().port());
    }
    if (flags.address().healthPort() != null) {
      said.put("life.health-port", flags.address().healthPort());
    }
    if (flags.world() != null) {
      said.put("life.world", flags.world());
    }
    if (flags.weather() != null) {
      said.put("life.weather", flags.weather());
    }
    if (flags.mortality() != null) {
      said.put("life.laws.mortality", flags.mortality() == Mortality.on);
    }
    if (flags.monitor() != null) {
      said.put("life.monitor.enabled", flags.monitor() == Switch.on);
    }
    return said;
  }

  private static Map<String, Object> said(Map<String, String> environment) {
    var said = new HashMap<String, Object>();
    take(said, environment, "LIFE_SPEED", "life.speed");
    take(said, environment, "LIFE_DATA", "life.data");
    take(said, environment, "LIFE_HOST", "life.host");
    take(said, environment, "LIFE_PORT", "life.port");
    take(said, environment, "LIFE_HEALTH_PORT", "life.health-port");
    take(said, environment, "LIFE_WORLD", "life.world");
    take(said, environment, "LIFE_WEATHER", "life.weather");
    take(said, environment, "LIFE_MORTALITY", "life.laws.mortality");
    take(said, environment, "LIFE_MONITOR", "life.monitor.enabled");
    return said;
  }

  private static void take(
      Map<String, Object> said, Map<String, String> environment, String name, String path) {
    var value = environment.get(name);
    if (value != null && !value.isBlank()) {
      said.put(path, value);
    }
  }
}
