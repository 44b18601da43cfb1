package life.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import life.cli.Exit;
import life.cli.Trouble;

/**
 * The line to the supervisor that started this process, if one did: a socket over which words go to
 * and fro. When it breaks, the supervisor is dead.
 */
final class Leash implements AutoCloseable {
  private final Optional<SocketChannel> channel;

  private Leash(Optional<SocketChannel> channel) {
    this.channel = channel;
  }

  /** To nobody. */
  static Leash none() {
    return new Leash(Optional.empty());
  }

  /**
   * To the supervisor that listens there.
   *
   * @throws Trouble if nobody does
   */
  static Leash to(Path socket) {
    try {
      return new Leash(Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(socket))));
    } catch (IOException e) {
      throw new Trouble(
          Exit.FAILED,
          "no-supervisor",
          "no supervisor listens at " + socket + ": " + e.getMessage(),
          "leave --leash out; it is for `life dev`",
          e);
    }
  }

  boolean isHeld() {
    return channel.isPresent();
  }

  /**
   * Hears orders from now on.
   *
   * @param order is given each word
   * @param loose is run when the supervisor is gone
   */
  void listen(Consumer<String> order, Runnable loose) {
    channel.ifPresent(open ->
        Thread.ofVirtual()
            .name("leash")
            .start(() -> {
              try (var lines = new BufferedReader(Channels.newReader(open, UTF_8))) {
                lines.lines().forEach(order);
              } catch (IOException | UncheckedIOException e) {
                // It is gone, which is what the next line is about.
              }
              loose.run();
            }));
  }

  /** Says a word to the supervisor. */
  synchronized void tell(String word) {
    channel.ifPresent(open -> {
      try {
        open.write(ByteBuffer.wrap((word + "\n").getBytes(UTF_8)));
      } catch (IOException e) {
        // Whoever listens on this line hears that the supervisor is gone.
      }
    });
  }

  @Override
  public void close() {
    channel.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException e) {
        // There is nothing more to be said.
      }
    });
  }
}
