package life.journal;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.persistence.Persistence;
import org.apache.pekko.persistence.journal.EventAdapters;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentPersistenceIdsQuery;
import org.apache.pekko.persistence.query.javadsl.EventsByPersistenceIdQuery;
import org.apache.pekko.persistence.query.javadsl.PersistenceIdsQuery;
import org.apache.pekko.persistence.query.javadsl.ReadJournal;
import org.apache.pekko.stream.javadsl.Source;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The reading side of the journal: facts of a life and names of lives, as they are now or followed
 * live. A live query is woken by writes and never polls; damage fails the stream with {@link
 * JournalDamaged}.
 */
public final class RocksReadJournal
    implements ReadJournal,
        CurrentEventsByPersistenceIdQuery,
        EventsByPersistenceIdQuery,
        CurrentPersistenceIdsQuery,
        PersistenceIdsQuery {

  /** By this name the read journal is found in a system's configuration. */
  public static final String IDENTIFIER = "life.read-journal";

  private final Stores stores;
  private final Config writeConfig;
  private final Reprs reprs;
  private final EventAdapters adapters;
  private final Executor dispatcher;
  private final int pageSize;

  RocksReadJournal(ExtendedActorSystem system, Config config) {
    String writePlugin = config.getString("write-plugin");
    this.stores = Stores.get(system);
    this.writeConfig = system.settings().config().getConfig(writePlugin);
    this.reprs = new Reprs(system);
    this.adapters = Persistence.get(system).adaptersFor(writePlugin);
    this.dispatcher = system.dispatchers().lookup(config.getString("io-dispatcher"));
    this.pageSize = config.getInt("page-size");
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByPersistenceId(
      String persistenceId, long fromSequenceNr, long toSequenceNr) {
    return Source.lazySource(
            () -> {
              FactStore store = stores.facts(writeConfig);
              long end = Math.min(toSequenceNr, store.highestSeq(persistenceId));
              return source(facts(store, persistenceId, fromSequenceNr, end));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  @Override
  public Source<EventEnvelope, NotUsed> eventsByPersistenceId(
      String persistenceId, long fromSequenceNr, long toSequenceNr) {
    return Source.lazySource(
            () -> {
              FactStore store = stores.facts(writeConfig);
              return source(
                  facts(store, persistenceId, fromSequenceNr, toSequenceNr)
                      .live(wake -> store.onFacts(persistenceId, wake)));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  @Override
  public Source<String, NotUsed> currentPersistenceIds() {
    return Source.lazySource(() -> source(names(stores.facts(writeConfig))))
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  @Override
  public Source<String, NotUsed> persistenceIds() {
    return Source.lazySource(
            () -> {
              FactStore store = stores.facts(writeConfig);
              return source(Pages.of(0, new Names(store, pageSize)::after).live(store::onBirths));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private <T> Source<T, NotUsed> source(Pages<T> pages) {
    return Source.fromGraph(new Following<>(pages, dispatcher));
  }

  private Pages<EventEnvelope> facts(FactStore store, String life, long from, long to) {
    return Pages.of(
        Math.max(1, from),
        next -> {
          if (next > to) {
            return Optional.empty();
          }
          List<EventEnvelope> page = new ArrayList<>();
          long after = store.replay(life, next, to, pageSize, fact -> addTo(page, fact));
          return Optional.of(new Pages.Page<>(page, after));
        });
  }

  private Pages<String> names(FactStore store) {
    return Pages.of(
        0,
        last -> {
          List<LifeName> page = store.livesAfter(Math.toIntExact(last), pageSize);
          long after = page.isEmpty() ? last : page.getLast().number();
          return Optional.of(new Pages.Page<>(page.stream().map(LifeName::name).toList(), after));
        });
  }

  private void addTo(List<EventEnvelope> page, StoredFact fact) {
    Object event = reprs.event(fact);
    Option<Object> metadata = Option.apply(reprs.metadata(fact));
    String manifest = fact.payload().kind().eventManifest();
    for (Object adapted :
        CollectionConverters.asJava(
            adapters.get(event.getClass()).fromJournal(event, manifest).events())) {
      page.add(
          new EventEnvelope(
              Offset.sequence(fact.seq()),
              fact.life(),
              fact.seq(),
              adapted,
              fact.timestampMillis(),
              metadata));
    }
  }
}
