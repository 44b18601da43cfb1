package life.bench.nab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import life.bench.nab.Series.Window;

/**
 * A folder with series: {@code data/GROUP/NAME.csv} with a time stamp and a value in each line,
 * {@code windows.json} with their anomaly windows, {@code profiles.json} with what is weighed how.
 */
record Corpus(List<Series> series, List<Profile> profiles) {

  /**
   * Reads a folder.
   *
   * @throws IllegalArgumentException if it is none, saying what is wrong with it
   */
  static Corpus read(Path folder) {
    var windows = json(folder.resolve("windows.json"));
    var all = new ArrayList<Series>();
    for (var entry : windows.properties()) {
      all.add(series(folder, entry.getKey(), entry.getValue()));
    }
    var profiles = new ArrayList<Profile>();
    for (var entry : json(folder.resolve("profiles.json")).properties()) {
      var costs = entry.getValue().path("CostMatrix");
      profiles.add(
          new Profile(
              entry.getKey(),
              costs.path("tpWeight").asDouble(),
              costs.path("fpWeight").asDouble(),
              costs.path("fnWeight").asDouble()));
    }
    if (all.isEmpty() || profiles.isEmpty()) {
      throw new IllegalArgumentException(folder + " has no series or no profiles");
    }
    return new Corpus(List.copyOf(all), List.copyOf(profiles));
  }

  private static JsonNode json(Path file) {
    try {
      return JsonMapper.builder().build().readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is missing; the folder must hold data/, windows.json and profiles.json");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Series series(Path folder, String name, JsonNode windows) {
    var file = folder.resolve("data").resolve(name);
    var times = new ArrayList<String>();
    var values = new ArrayList<Double>();
    text(file)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          var cells = line.split(",", -1);
          if (cells.length != 2) {
            throw new IllegalArgumentException(
                file + ": a line must be a time and a value, but was '" + line + "'");
          }
          times.add(cells[0]);
          values.add(number(file, cells[1]));
        });
    var placed = new ArrayList<Window>();
    for (var window : windows) {
      placed.add(
          new Window(
              point(file, times, window.path(0).asText()),
              point(file, times, window.path(1).asText())));
    }
    return new Series(name, List.copyOf(values), List.copyOf(placed));
  }

  private static double number(Path file, String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(file + ": '" + cell + "' is no number", e);
    }
  }

  /** The first point at that time; the windows tell it with a fraction of a second. */
  private static int point(Path file, List<String> times, String time) {
    int point = times.indexOf(time.replaceFirst("\\.0+$", ""));
    if (point < 0) {
      throw new IllegalArgumentException(file + " has no point at '" + time + "'");
    }
    return point;
  }
}
