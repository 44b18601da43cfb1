package life.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One end of a connection, be it the client's or the child's. */
final class Peer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final Socket socket;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  static Peer of(Front front) throws IOException {
    return to(front.address());
  }

  static Peer to(InetSocketAddress address) throws IOException {
    return new Peer(new Socket(address.getAddress(), address.getPort()));
  }

  Peer say(String words) throws IOException {
    return say(words.getBytes(UTF_8));
  }

  Peer say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Says nothing more. */
  Peer finish() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** So many letters, or fewer if nothing more comes. */
  String hear(int letters) throws IOException {
    return new String(socket.getInputStream().readNBytes(letters), UTF_8);
  }

  byte[] hearAll() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
