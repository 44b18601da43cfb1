package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import life.being.Fact;
import life.journal.FactFormat;
import life.journal.FactSerializer;
import life.journal.FactStore;

/** Bytes on disk of facts in a compacted journal, beside the same facts as JSON and as CBOR. */
final class DiskSize implements Benchmark {
  private static final int QUIET_FACTS = 200_000;
  private static final int STIMULI = 100_000;
  private static final double MOST_BYTES = 60;

  /** Bytes of a journal, and of the same facts in plain formats. */
  private record Sizes(double onDisk, double json, double cbor) {}

  @FunctionalInterface
  private interface Course {
    void live(LongLife life);
  }

  @Override
  public List<Result> run(Ground ground) {
    var quiet = sizes(ground, QUIET_FACTS, DiskSize::quiet);
    var stimulus = sizes(ground, STIMULI, DiskSize::stimuli);
    return List.of(
        Result.of("a quiet fact on disk", quiet.onDisk(), "bytes")
            .beside("as JSON", quiet.json())
            .atMost(MOST_BYTES),
        Result.of("  as CBOR, before compression", quiet.cbor(), "bytes"),
        Result.of("a stimulus on disk, met at once", stimulus.onDisk(), "bytes")
            .beside("as JSON", stimulus.json()),
        Result.of("  as CBOR, before compression", stimulus.cbor(), "bytes"));
  }

  /** A stirred being lives tick by tick. */
  private static void quiet(LongLife life) {
    life.meet("shock", 0.9, Long.MAX_VALUE);
    for (int i = 0; i < QUIET_FACTS; i++) {
      life.live(1, Long.MAX_VALUE);
    }
  }

  private static void stimuli(LongLife life) {
    for (int i = 0; i < STIMULI; i++) {
      life.meet(i % 3 == 0 ? "noise" : "recovery", (i * 7919L % 1_000) / 1_000.0, Long.MAX_VALUE);
    }
  }

  private static Sizes sizes(Ground ground, int count, Course course) {
    var data = ground.folder();
    var journal = data.resolve(FactStore.DIRECTORY);
    var json = new AtomicLong();
    var cbor = new AtomicLong();
    var serializer = new FactSerializer();
    try {
      try (var store = FactStore.open(journal)) {
        var life =
            new LongLife(
                store,
                ground.world(),
                fact -> {
                  json.addAndGet(json(fact));
                  cbor.addAndGet(serializer.toBinary(fact).length);
                });
        course.live(life);
        life.write();
        store.compact();
      }
      return new Sizes(
          (double) tables(journal) / count, json.doubleValue() / count, cbor.doubleValue() / count);
    } finally {
      Ground.clear(data);
    }
  }

  private static long json(Fact fact) {
    try {
      return FactFormat.JSON.writerFor(Fact.class).writeValueAsBytes(fact).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long tables(Path journal) {
    try (var files = Files.list(journal)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
