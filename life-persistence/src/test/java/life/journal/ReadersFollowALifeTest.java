package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import life.being.LifeId;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersFollowALifeTest {

  @TempDir Path directory;
  private ActorSystem system;
  private RocksReadJournal journal;
  private FactStore store;

  @BeforeEach
  void start() {
    system = ActorSystem.create("readers", TestSystems.config(directory));
    journal =
        PersistenceQuery.get(system)
            .getReadJournalFor(RocksReadJournal.class, RocksReadJournal.IDENTIFIER);
    store = Stores.get(system).facts(system.settings().config().getConfig("life.journal"));
  }

  @AfterEach
  void stop() {
    TestKit.shutdownActorSystem(system);
  }

  /** Facts that Pekko's own serializer of strings reads. */
  private void write(String life, long from, int count) {
    Payloads payloads = new Payloads((org.apache.pekko.actor.ExtendedActorSystem) system);
    List<NewFact> facts =
        java.util.stream.LongStream.range(from, from + count)
            .mapToObj(seq -> NewFact.of(payloads.toPayload("f" + seq, ""), null, seq))
            .toList();
    store.append(new Append(life, Facts.WRITER, from, facts)).join();
  }

  private static <T> T next(SinkQueueWithCancel<T> queue) {
    try {
      return queue.pull().toCompletableFuture().get(10, TimeUnit.SECONDS).orElseThrow();
    } catch (InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_facts_of_now_come_in_order_and_end() throws Exception {
    write("ada", 1, 600);
    List<EventEnvelope> facts =
        journal
            .currentEventsByPersistenceId("ada", 2, 550)
            .runWith(Sink.seq(), system)
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    assertThat(facts).hasSize(549);
    assertThat(facts.getFirst().event()).isEqualTo("f2");
    assertThat(facts.getLast().sequenceNr()).isEqualTo(550);
    assertThat(facts.getLast().timestamp()).isEqualTo(550);
  }

  @Test
  void an_unknown_life_has_no_facts() throws Exception {
    assertThat(
            journal
                .currentEventsByPersistenceId("nobody", 1, Long.MAX_VALUE)
                .runWith(Sink.seq(), system)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS))
        .isEmpty();
  }

  @Test
  void a_live_reader_gets_old_and_new_facts_without_loss() {
    write("ada", 1, 3);
    SinkQueueWithCancel<EventEnvelope> queue =
        journal.eventsByPersistenceId("ada", 1, Long.MAX_VALUE).runWith(Sink.queue(), system);
    for (int seq = 1; seq <= 3; seq++) {
      assertThat(next(queue).sequenceNr()).isEqualTo(seq);
    }
    for (int seq = 4; seq <= 400; seq++) {
      write("ada", seq, 1);
    }
    for (int seq = 4; seq <= 400; seq++) {
      assertThat(next(queue).sequenceNr()).isEqualTo(seq);
    }
    var waiting = queue.pull().toCompletableFuture();
    write("ada", 401, 1);
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    queue.cancel();
  }

  @Test
  void a_live_reader_of_an_unborn_life_waits_and_ends_at_its_bound() throws Exception {
    var all =
        journal
            .eventsByPersistenceId("eve", 1, 2)
            .map(EventEnvelope::event)
            .runWith(Sink.seq(), system)
            .toCompletableFuture();
    write("eve", 1, 1);
    write("eve", 2, 2);
    assertThat(all.get(10, TimeUnit.SECONDS)).isEqualTo(List.of("f1", "f2"));
  }

  @Test
  void lives_are_listed_and_new_ones_announced() throws Exception {
    write("ada", 1, 1);
    write("bob", 1, 1);
    SinkQueueWithCancel<String> queue = journal.persistenceIds().runWith(Sink.queue(), system);
    assertThat(List.of(next(queue), next(queue))).containsExactly("ada", "bob");
    write("eve", 1, 1);
    assertThat(next(queue)).isEqualTo("eve");
    queue.cancel();
    assertThat(
            journal
                .currentPersistenceIds()
                .runWith(Sink.seq(), system)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS))
        .containsExactly("ada", "bob", "eve");
  }

  @Test
  void a_life_that_arrives_is_told_once_and_whole_when_it_is_admitted() throws Exception {
    Lived arriving = Lived.of("zoe", 700, 3);
    try (Arrival arrival = Arrival.of(store, arriving.id());
        Arrival givenUp = Arrival.of(store, new LifeId("nobody"))) {
      arriving.addTo(arrival);
      arriving.addTo(givenUp);
      write("bob", 1, 1);
      SinkQueueWithCancel<String> names = journal.persistenceIds().runWith(Sink.queue(), system);
      SinkQueueWithCancel<EventEnvelope> facts =
          journal.eventsByPersistenceId("zoe", 1, Long.MAX_VALUE).runWith(Sink.queue(), system);
      var first = facts.pull().toCompletableFuture();
      assertThat(next(names)).isEqualTo("bob");
      arrival.admit();
      assertThat(next(names)).isEqualTo("zoe");
      write("eve", 1, 1);
      assertThat(next(names)).isEqualTo("eve");
      assertThat(first).succeedsWithin(Duration.ofSeconds(10));
      for (int i = 1; i < arriving.facts().size(); i++) {
        assertThat(next(facts).event()).isEqualTo(arriving.facts().get(i));
      }
      names.cancel();
      facts.cancel();
    }
    assertThat(
            journal
                .currentPersistenceIds()
                .runWith(Sink.seq(), system)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS))
        .containsExactly("zoe", "bob", "eve");
  }
}
