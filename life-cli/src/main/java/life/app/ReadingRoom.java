package life.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import life.actor.Directory;
import life.actor.KeptStates;
import life.actor.KnownWorlds;
import life.actor.SnapshotPolicy;
import life.actor.Waymarks;
import life.archive.Charts;
import life.being.LawSettings;
import life.cli.Exit;
import life.cli.Inside;
import life.cli.Trouble;
import life.cli.Version;
import life.http.Births;
import life.http.HttpServer;
import life.http.Meters;
import life.http.Service;
import life.http.Subscribers;
import life.http.gate.Access;
import life.http.gate.Right;
import life.http.gate.Token;
import life.journal.Biography;
import life.journal.Claim;
import life.journal.DataDirectory;
import life.journal.FactStore;
import life.journal.Holder;
import life.journal.JournalDamaged;
import life.journal.JournalFailure;
import life.journal.PinnedNotes;
import life.journal.SnapshotArchive;
import life.journal.Waypoints;
import life.notice.ToldNotices;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A data directory in which nobody lives now, answering over HTTP as a running Life would, but only
 * about the past. It reads what is there and writes nothing, unless a life is to be added.
 */
final class ReadingRoom implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final SnapshotPolicy SNAPSHOTS = new SnapshotPolicy(1_000);

  /** Everything that is open, the last first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * Opens a directory.
   *
   * @param writing whether a life is to be added
   * @return where it answers: here, or at the Life that has the directory
   * @throws Trouble if it can't be opened
   */
  Inside.Door open(Path data, boolean writing) {
    try {
      if (!Files.isDirectory(data.resolve(FactStore.DIRECTORY))
          && !(writing && Files.isDirectory(data))) {
        throw new Trouble(
            Exit.FAILED,
            "no-journal",
            "there is no journal in " + data,
            "give the data directory of a Life, the one that `life run` names at its start");
      }
      var holder = DataDirectory.holder(data);
      if (holder.isEmpty() || (!writing && holder.get().address().isEmpty())) {
        return serve(data, writing); // who holds it without an address adds a life, or just begins
      }
      return new Inside.Door(address(data, holder.get()), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JournalDamaged e) {
      throw new Trouble(
          Exit.DAMAGED,
          "journal-damaged",
          "the journal is damaged (" + e.place() + "): " + e.problem(),
          e.remedy() + " `life fsck " + data + "` lists all damage.",
          e);
    } catch (JournalFailure e) {
      throw new Trouble(
          Exit.FAILED, "journal", String.valueOf(e.getMessage()), "try again in a moment", e);
    }
  }

  private static URI address(Path data, Holder holder) {
    return URI.create(
        holder
            .address()
            .orElseThrow(() ->
                new Trouble(
                    Exit.FAILED,
                    "data-directory",
                    data + " is used by " + holder + ", which can't be reached yet",
                    "try again in a moment")));
  }

  private Inside.Door serve(Path data, boolean writing) {
    var store =
        writing ? forWriting(data) : FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY));
    open.push(store);
    var biography = new Biography(store, waypoints(data.resolve(SnapshotArchive.DIRECTORY)));
    var system = ActorSystem.<Void>create(Behaviors.empty(), "reading-room");
    open.push(() -> {
      system.terminate();
      system.getWhenTerminated().toCompletableFuture().join();
    });
    var directory = Directory.ofPast(biography, system.ignoreRef());
    var service =
        new Service(
            system,
            directory,
            system.ignoreRef(),
            system.ignoreRef(),
            system.ignoreRef(),
            biography,
            store,
            Optional.of(new ToldNotices(biography)),
            Charts.inMemory(biography),
            notes(data),
            new Waymarks(biography, () -> snapshotsForWriting(data), SNAPSHOTS)::set,
            new KnownWorlds(Map.of()),
            LawSettings.DEFAULT,
            Meters.NONE,
            new Subscribers(),
            new Births(),
            Version.number());
    var token = Token.random();
    var access = new Access(token, Optional.empty(), true, Set.of(), 0);
    var listener = HttpServer.bindPast(service, access, HOST, 0).toCompletableFuture().join();
    return new Inside.Door(
        URI.create("http://" + HOST + ":" + listener.localAddress().getPort()),
        Optional.of(token.of(Right.OPERATE)));
  }

  private PinnedNotes notes(Path data) {
    var notes = PinnedNotes.readOnly(data.resolve(PinnedNotes.DIRECTORY));
    open.push(notes);
    return notes;
  }

  private FactStore forWriting(Path data) {
    return switch (DataDirectory.claim(data, Instant.now())) {
      case Claim.Refused refused ->
          throw new Trouble(
              Exit.FAILED,
              "data-directory",
              refused.message(),
              "choose another one with --data DIR");
      case Claim.Granted(var directory) -> {
        open.push(directory);
        yield FactStore.open(directory.journal());
      }
    };
  }

  private SnapshotArchive snapshotsForWriting(Path data) {
    var archive = SnapshotArchive.open(data.resolve(SnapshotArchive.DIRECTORY));
    open.push(archive);
    return archive;
  }

  /** Without snapshots everything is found as well, only later. */
  private Waypoints waypoints(Path directory) {
    try {
      var archive = SnapshotArchive.openReadOnly(directory);
      open.push(archive);
      return new KeptStates(() -> archive);
    } catch (JournalFailure e) {
      return Waypoints.NONE;
    }
  }

  @Override
  public void close() {
    var failed = Optional.<Exception>empty();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // what is left must be closed all the same
        failed = Optional.of(e);
      }
    }
    failed.ifPresent(e -> {
      throw new IllegalStateException("the directory could not be closed", e);
    });
  }
}
