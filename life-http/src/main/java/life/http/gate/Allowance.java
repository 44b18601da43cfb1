package life.http.gate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each client may ask: a bucket that holds the requests of a second and is refilled
 * evenly (a token bucket). The clients that came last are remembered, at most {@value #CLIENTS}.
 * Safe for many threads.
 */
final class Allowance {
  private static final int CLIENTS = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int NETWORK_BYTES = 8;

  private final int perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  private record Bucket(double left, long nanos) {}

  /**
   * What a client may still ask.
   *
   * @param isGranted whether this request was within it
   * @param left whole requests that it may send at once
   * @param secondsUntilFull rounded up
   */
  record Quota(boolean isGranted, long left, long secondsUntilFull) {}

  Allowance(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Takes one request of a client. */
  synchronized Quota take(InetAddress client, long nowNanos) {
    var name = name(client);
    var before = buckets.getOrDefault(name, new Bucket(perSecond, nowNanos));
    double refilled =
        Math.min(
            perSecond,
            before.left() + Math.max(0, nowNanos - before.nanos()) / NANOS_PER_SECOND * perSecond);
    boolean isGranted = refilled >= 1;
    double left = isGranted ? refilled - 1 : refilled;
    buckets.put(name, new Bucket(left, nowNanos));
    return new Quota(
        isGranted, (long) Math.floor(left), (long) Math.ceil((perSecond - left) / perSecond));
  }

  /** A client of IPv6 has a whole network of addresses. */
  private static String name(InetAddress client) {
    var bytes = client.getAddress();
    return HexFormat.of()
        .formatHex(client instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
