package life.dev;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * What a client is told that could not be brought to the child. The connection ends in order: what
 * the client still sends is read for a moment, lest it lose the answer to a reset.
 */
final class Apology {
  private static final int MOMENT_MILLIS = 1_000;
  private static final int BUFFER = 1 << 12;

  /** As Life itself says it; repeated here, since the supervisor has no class of the server. */
  static final String TYPE = "/problems/not-ready";

  static final String TITLE = "Not ready yet";
  static final int STATUS = 503;
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final String DETAIL =
      "Life is being restarted, and this request could not wait any longer. Send it again, with the same"
          + " Idempotency-Key";
  private static final byte[] ANSWER = answer();

  private Apology() {}

  private static byte[] answer() {
    var body =
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(TYPE, TITLE, STATUS, DETAIL);
    var head =
        """
        HTTP/1.1 %d Service Unavailable
        Content-Type: application/problem+json
        Content-Length: %d
        Retry-After: %d
        Connection: close

        """
            .formatted(STATUS, body.length(), RETRY_AFTER_SECONDS)
            .replace("\n", "\r\n");
    return (head + body).getBytes(US_ASCII);
  }

  /** Waits a moment for the request, since some clients take an answer to nothing for an error. */
  static void tell(SocketChannel client) throws IOException {
    var buffer = new byte[BUFFER];
    if (read(client, buffer, MOMENT_MILLIS) < 0) {
      return;
    }
    var answer = ByteBuffer.wrap(ANSWER);
    while (answer.hasRemaining()) {
      client.write(answer);
    }
    client.shutdownOutput();
    long end = System.nanoTime() + MOMENT_MILLIS * 1_000_000L;
    int left = MOMENT_MILLIS;
    while (left > 0 && read(client, buffer, left) > 0) {
      left = (int) ((end - System.nanoTime()) / 1_000_000);
    }
  }

  /** How many bytes came: 0 if none did in time, less if none will. */
  private static int read(SocketChannel client, byte[] buffer, int millis) throws IOException {
    var socket = client.socket();
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }
}
