package life.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data directory that this process alone uses, until it is closed or the process ends. The claim
 * is a lock of the operating system on {@value #LOCK}, so a process that was killed leaves none
 * behind; the file also says who holds it.
 */
public final class DataDirectory implements AutoCloseable {

  /** The file that is locked. It stays when the directory is free; only the lock counts. */
  public static final String LOCK = "life.lock";

  /** Far behind the text, because some systems don't let others read what is locked. */
  private static final long LOCKED_AT = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel file;
  private final Instant since;

  private DataDirectory(Path path, FileChannel file, Instant since) {
    this.path = path;
    this.file = file;
    this.since = since;
  }

  /**
   * Claims a directory for this process, creating it where nothing is.
   *
   * @param now written down as the beginning of the claim
   */
  public static Claim claim(Path path, Instant now) {
    Path directory = path.toAbsolutePath().normalize();
    try {
      Directories.create(directory);
      return lock(directory, now);
    } catch (FileAlreadyExistsException e) {
      return new Claim.Unusable(
          directory,
          "%s is a file, not a directory".formatted(e.getFile()),
          "Give a directory, or a path where none is yet.");
    } catch (AccessDeniedException e) {
      return new Claim.Unusable(
          directory,
          "permission denied for %s".formatted(e.getFile()),
          "Give a directory that %s may read and write."
              .formatted(System.getProperty("user.name")));
    } catch (IOException e) {
      return new Claim.Unusable(
          directory,
          "it can't be used: " + e.getMessage(),
          "Give a directory on a disk that can be written.");
    }
  }

  @SuppressWarnings("resource") // a lock is released with its channel
  private static Claim lock(Path directory, Instant now) throws IOException {
    Path lock = directory.resolve(LOCK);
    FileChannel file =
        FileChannel.open(
            lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock own = file.tryLock(LOCKED_AT, 1, false);
      if (own == null) {
        return new Claim.Occupied(directory, Holder.read(lock));
      }
      DataDirectory claimed = new DataDirectory(directory, file, now);
      claimed.write(null);
      Directories.sync(directory);
      held = true;
      return new Claim.Granted(claimed);
    } catch (OverlappingFileLockException _) { // this process holds it already
      return new Claim.Occupied(directory, Holder.read(lock));
    } finally {
      if (!held) {
        file.close();
      }
    }
  }

  public Path path() {
    return path;
  }

  /** Where the facts are. */
  public Path journal() {
    return path.resolve(FactStore.DIRECTORY);
  }

  /** Where the snapshots are. */
  public Path snapshots() {
    return path.resolve(SnapshotArchive.DIRECTORY);
  }

  /** Lets a refused process know where this one can be reached. */
  public void announce(String address) throws IOException {
    write(address);
  }

  private void write(@Nullable String address) throws IOException {
    byte[] text =
        new Holder(ProcessHandle.current().pid(), since, Optional.ofNullable(address)).toBytes();
    file.truncate(0);
    file.write(ByteBuffer.wrap(text), 0);
  }

  /** Who holds the directory now, if anybody does; for tools that only look. */
  public static Optional<Holder> holder(Path path) throws IOException {
    return isHeld(path) ? Optional.of(Holder.read(path.resolve(LOCK))) : Optional.empty();
  }

  /** Whether some process holds the directory now; for tools that only look. */
  public static boolean isHeld(Path path) throws IOException {
    Path lock = path.resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel file =
            FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock own = file.tryLock(LOCKED_AT, 1, false)) {
      return own == null;
    } catch (OverlappingFileLockException _) {
      return true;
    }
  }

  /** Gives the directory free. Close the stores in it before. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
