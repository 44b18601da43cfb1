package life.actor;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The paper of the {@link LifeLog}: a rolling file whose lines gather for a moment, so that the
 * story of a crowd takes few writes. An orderly end writes all of them; a process that is killed
 * loses those of its last fifth of a second. Logback makes it by name.
 */
public final class StoryFile extends RollingFileAppender<ILoggingEvent> {
  private static final long MILLIS_BETWEEN_WRITES = 200;

  private @Nullable ScheduledFuture<?> writing;

  public StoryFile() {
    setImmediateFlush(false);
  }

  @Override
  public void start() {
    super.start();
    if (isStarted()) {
      writing =
          getContext()
              .getScheduledExecutorService()
              .scheduleWithFixedDelay(
                  this::write, MILLIS_BETWEEN_WRITES, MILLIS_BETWEEN_WRITES, TimeUnit.MILLISECONDS);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
    }
  }

  @Override
  public void stop() {
    if (writing != null) {
      writing.cancel(false);
    }
    super.stop();
  }

  /** From now on no line waits, for nobody may be there to write it later. */
  private void end() {
    setImmediateFlush(true);
    write();
  }

  private void write() {
    streamWriteLock.lock();
    try {
      if (getOutputStream() != null) {
        getOutputStream().flush();
      }
    } catch (IOException e) {
      addError("The story could not be written to " + getFile(), e);
    } finally {
      streamWriteLock.unlock();
    }
  }
}
