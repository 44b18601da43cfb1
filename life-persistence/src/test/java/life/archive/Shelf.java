package life.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import life.actor.WorldFile;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.When;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.Waypoints;
import life.law.Laws;
import life.world.Stimulus;
import life.world.World;

/** A journal with the life of ada in the world that is shipped, and all of its states. */
final class Shelf implements AutoCloseable {
  static final LifeId ADA = new LifeId("ada");
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final World WORLD = WorldFile.read(Path.of("../config/worlds/default.conf"));

  final FactStore store;
  final List<Fact> facts = new ArrayList<>();
  final List<SelfState> states = new ArrayList<>();
  final Biography biography;
  private final TreeMap<Long, SelfState> kept = new TreeMap<>();

  Shelf(Path folder, long seed, long ticks) {
    this.store = FactStore.open(folder);
    var random = new SplittableRandom(seed);
    states.add(Decider.UNBORN);
    var course =
        new Course(
            new Decider(new Laws()),
            Decider.UNBORN,
            fact -> {
              facts.add(fact);
              states.add(Decider.evolve(states.getLast(), fact));
            });
    course.take(
        new LifeCommand.BeBorn(new Origin(ADA, seed, LawSettings.DEFAULT, Instant.EPOCH), WORLD));
    while (course.last().tick() < ticks && course.state().isAlive()) {
      course.until(Math.min(ticks, course.last().tick() + 1 + random.nextLong(9_000)));
      var kind = random.nextInt(5) == 0 ? "shock" : "joy";
      course.take(
          new LifeCommand.Meet(
              new Stimulus(kind, random.nextDouble(0.5)),
              random.nextBoolean() ? new When.Now() : new When.InTicks(random.nextLong(2_000)),
              Source.OUTSIDE,
              "k" + facts.size()));
    }
    try (var arrival = Arrival.of(store, ADA)) {
      for (int i = 0; i < facts.size(); i++) {
        arrival.add(NOW.plusMillis(250L * i), facts.get(i));
      }
      arrival.admit();
    }
    for (int seq = 100; seq < states.size(); seq += 100) {
      kept.put((long) seq, states.get(seq));
    }
    Waypoints waypoints =
        (id, seq) ->
            id.equals(ADA) && kept.floorEntry(seq) != null
                ? Optional.of(kept.floorEntry(seq).getValue())
                : Optional.empty();
    this.biography = new Biography(store, waypoints);
  }

  SelfState last() {
    return states.getLast();
  }

  byte[] exported() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var export = new LifeExport(biography, ADA, "test", NOW);
    for (var piece = export.next(); piece.isPresent(); piece = export.next()) {
      bytes.write(piece.get());
    }
    return bytes.toByteArray();
  }

  static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void close() {
    store.close();
  }
}
