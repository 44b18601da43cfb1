package life.actor;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import life.body.Shift;
import life.world.StimulusKind;
import life.world.World;

/** Reads worlds from {@code config/worlds/*.conf}; a world is named like its file. */
public final class WorldFile {
  private static final String SUFFIX = ".conf";
  private static final Set<String> WORLD_KEYS = Set.of("activity", "kinds");
  private static final Set<String> KIND_KEYS =
      Set.of("weight", "intensity", "energy", "stability", "integrity", "significance");

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
   * @throws IllegalArgumentException if it is not a world, naming file, line and mend
   */
  public static World read(Path file) {
    var fileName = file.getFileName().toString();
    var name = fileName.substring(0, fileName.length() - SUFFIX.length());
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      return world(name, ConfigFactory.parseFile(file.toFile(), options).resolve());
    } catch (ConfigException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the world file " + file + " is wrong: " + e.getMessage(), e);
    }
  }

  private static World world(String name, Config config) {
    refuseUnknown("a world", config, WORLD_KEYS);
    var kinds = new ArrayList<StimulusKind>();
    var table = config.getConfig("kinds");
    for (var kind : new TreeSet<>(table.root().keySet())) {
      kinds.add(kind(kind, table.getConfig(kind)));
    }
    return new World(name, config.getDouble("activity"), kinds);
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
        config.getDouble("significance"));
  }

  private static double or(Config config, String path) {
    return config.hasPath(path) ? config.getDouble(path) : 0;
  }

  private static void refuseUnknown(String what, Config config, Set<String> known) {
    for (var entry : config.root().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new IllegalArgumentException(
            entry.getValue().origin().description()
                + ": "
                + what
                + " has no '"
                + entry.getKey()
                + "'; it has "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
