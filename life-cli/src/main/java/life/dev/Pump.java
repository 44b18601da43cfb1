package life.dev;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One direction of a connection: takes no more in than is taken from it. */
final class Pump {
  /** How a direction came to its end. */
  enum End {
    /** All that was sent was handed on. */
    COMPLETE,
    /** Who sent is gone, or the front ends it. */
    SENDER_GONE,
    /** Who should take it is gone. */
    TAKER_GONE
  }

  private enum Doing {
    READING,
    WRITING,
    NOTHING
  }

  private static final int BUFFER = 1 << 14;

  private final SocketChannel from;
  private final SocketChannel to;
  private volatile Doing doing = Doing.READING;
  private volatile long since = System.nanoTime();

  Pump(SocketChannel from, SocketChannel to) {
    this.from = from;
    this.to = to;
  }

  End run() {
    try {
      return pump(ByteBuffer.allocate(BUFFER));
    } finally {
      doing(Doing.NOTHING);
    }
  }

  private End pump(ByteBuffer buffer) {
    while (true) {
      try {
        doing(Doing.READING);
        if (from.read(buffer.clear()) < 0) {
          return End.COMPLETE;
        }
      } catch (IOException e) {
        return End.SENDER_GONE;
      }
      buffer.flip();
      try {
        while (buffer.hasRemaining()) {
          doing(Doing.WRITING);
          to.write(buffer);
        }
      } catch (IOException e) {
        return End.TAKER_GONE;
      }
    }
  }

  /** The time comes first: who looks at both never takes the new deed for an old one. */
  private void doing(Doing now) {
    since = System.nanoTime();
    doing = now;
  }

  /** Whether it ended so long ago. */
  boolean isOver(Duration longest) {
    return isDoing(Doing.NOTHING, longest);
  }

  /** Whether for so long nobody took a byte. */
  boolean isClogged(Duration longest) {
    return isDoing(Doing.WRITING, longest);
  }

  /** Whether for so long nobody sent a byte. */
  boolean isIdle(Duration longest) {
    return isDoing(Doing.READING, longest);
  }

  private boolean isDoing(Doing what, Duration longest) {
    return doing == what && System.nanoTime() - since > longest.toNanos();
  }
}
