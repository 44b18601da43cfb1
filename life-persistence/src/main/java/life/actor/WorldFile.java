package life.actor;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import life.body.Shift;
import life.world.Chain;
import life.world.Family;
import life.world.Kinds;
import life.world.StimulusKind;
import life.world.Weather;
import life.world.World;

/** Reads worlds from {@code config/worlds/*.conf}; a world is named like its file. */
public final class WorldFile {
  private static final String SUFFIX = ".conf";
  private static final Set<String> WORLD_KEYS = Set.of("activity", "kinds", "chains");
  private static final Set<String> KIND_KEYS =
      Set.of("weight", "intensity", "energy", "stability", "integrity", "significance", "family");
  private static final Set<String> CHAIN_KEYS = Set.of("from", "to", "factor", "half-life-ticks");

  private WorldFile() {}

  /**
   * All worlds of a folder, by name.
   *
   * @throws IllegalArgumentException if a file is not a world, naming file, line and mend
   */
  public static Map<String, World> readAll(Path folder) {
    var worlds = new TreeMap<String, World>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        var world = read(file);
        worlds.put(world.name(), world);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the worlds in " + folder + " can't be read", e);
    }
    return worlds;
  }

  /**
   * The world of one file.
   *
   * @throws IllegalArgumentException if it is not a world, naming file, line and mend of everything
   *     that is wrong
   */
  public static World read(Path file) {
    var fileName = file.getFileName().toString();
    if (!fileName.endsWith(SUFFIX)) {
      throw new IllegalArgumentException(
          "a world file is named like its world, such as mine" + SUFFIX + ", not " + fileName);
    }
    var name = fileName.substring(0, fileName.length() - SUFFIX.length());
    var wrong = new ArrayList<String>();
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      var world = world(name, ConfigFactory.parseFile(file.toFile(), options).resolve(), wrong);
      if (wrong.isEmpty() && world.isPresent()) {
        return world.get();
      }
    } catch (ConfigException | IllegalArgumentException e) {
      wrong.add(e.getMessage());
    }
    throw new IllegalArgumentException(
        "the world file " + file + " is wrong: " + String.join("\n", wrong));
  }

  private static Optional<World> world(String name, Config config, List<String> wrong) {
    attempt(config.root(), wrong, () -> refuseUnknown("a world", config, WORLD_KEYS));
    var kinds = new ArrayList<StimulusKind>();
    var table = config.getConfig("kinds");
    for (var kind : new TreeSet<>(table.root().keySet())) {
      attempt(table.getValue(kind), wrong, () -> kinds.add(kind(kind, table.getConfig(kind))));
    }
    var chains = new ArrayList<Chain>();
    if (config.hasPath("chains")) {
      for (var chain : config.getConfigList("chains")) {
        attempt(chain.root(), wrong, () -> chains.add(chain(chain)));
      }
    }
    var world = new ArrayList<World>(1);
    if (wrong.isEmpty()) {
      attempt(
          config.root(),
          wrong,
          () ->
              world.add(
                  new World(
                      name,
                      Weather.NORMAL,
                      config.getDouble("activity"),
                      new Kinds(kinds),
                      chains)));
    }
    return world.stream().findFirst();
  }

  /** Does it, or says what is wrong and where. */
  private static void attempt(ConfigValue place, List<String> wrong, Runnable what) {
    try {
      what.run();
    } catch (ConfigException e) {
      wrong.add(e.getMessage());
    } catch (IllegalArgumentException e) {
      wrong.add(place.origin().description() + ": " + e.getMessage());
    }
  }

  private static StimulusKind kind(String name, Config config) {
    refuseUnknown("the kind '" + name + "'", config, KIND_KEYS);
    var range = config.getDoubleList("intensity");
    if (range.size() != 2) {
      throw new IllegalArgumentException(
          "the intensity of '" + name + "' must be a range such as [0.1, 0.5]");
    }
    return new StimulusKind(
        name,
        config.getDouble("weight"),
        range.get(0),
        range.get(1),
        new Shift(or(config, "energy"), or(config, "stability"), or(config, "integrity")),
        config.getDouble("significance"),
        config.hasPath("family") ? family(config) : Family.BODILY);
  }

  private static Chain chain(Config chain) {
    refuseUnknown("a chain", chain, CHAIN_KEYS);
    return new Chain(
        chain.getString("from"),
        chain.getString("to"),
        chain.getDouble("factor"),
        chain.getLong("half-life-ticks"));
  }

  private static Family family(Config config) {
    var word = config.getString("family");
    for (var family : Family.values()) {
      if (family.word().equals(word)) {
        return family;
      }
    }
    throw new IllegalArgumentException(
        "there is no family '"
            + word
            + "'; there are "
            + Stream.of(Family.values()).map(Family::word).collect(Collectors.joining(", ")));
  }

  private static double or(Config config, String path) {
    return config.hasPath(path) ? config.getDouble(path) : 0;
  }

  private static void refuseUnknown(String what, Config config, Set<String> known) {
    for (var entry : config.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new ConfigException.BadValue(
            entry.getValue().origin(),
            entry.getKey(),
            what
                + " has no '"
                + entry.getKey()
                + "'; it has "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
