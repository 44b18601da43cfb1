package life.http;

import java.util.Optional;
import java.util.function.Consumer;
import life.actor.Directory;
import life.actor.KnownWorlds;
import life.actor.Lives;
import life.actor.Monitor;
import life.actor.Ticker;
import life.archive.Charts;
import life.being.LawSettings;
import life.being.LifeId;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.PinnedNotes;
import life.notice.Notices;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * What HTTP may reach. Nothing here writes state or files but notes, which no being knows of: it
 * speaks to actors, and reads.
 *
 * @param system whose scheduler and threads are used
 * @param directory the latest durable state of each life
 * @param lives bears beings
 * @param ticker lets time pass
 * @param monitor counts
 * @param biography past facts
 * @param facts where whole lives arrive
 * @param notices what was noticed in lives; empty if nobody watches them
 * @param charts from which charts are drawn
 * @param notes what observers wrote down at points of lives
 * @param arrived is told of every life that came as a whole, once it is in the journal
 * @param worlds into which beings can be born
 * @param laws under which beings are born
 * @param meters count what happens
 * @param subscribers who listens
 * @param births that were asked for
 * @param version of this program
 */
public record Service(
    ActorSystem<?> system,
    Directory directory,
    ActorRef<Lives.Message> lives,
    ActorRef<Ticker.Message> ticker,
    ActorRef<Monitor.Message> monitor,
    Biography biography,
    FactStore facts,
    Optional<Notices> notices,
    Charts charts,
    PinnedNotes notes,
    Consumer<LifeId> arrived,
    KnownWorlds worlds,
    LawSettings laws,
    Meters meters,
    Subscribers subscribers,
    Births births,
    String version) {}
