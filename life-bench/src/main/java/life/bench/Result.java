package life.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param what was measured
 * @param value the median of the rounds
 * @param unit of the value
 * @param peer what it stands beside, measured in the same run; null if nothing does
 * @param limit what was asked of it; null if nothing was
 */
record Result(String what, double value, String unit, @Nullable Peer peer, @Nullable Limit limit) {

  /** What a value is compared with. */
  record Peer(String name, double value) {}

  /** What is asked of a value, and whether it does it. */
  record Limit(String words, boolean met) {}

  static Result of(String what, double value, String unit) {
    return new Result(what, value, unit, null, null);
  }

  static Result count(String what, long value) {
    return of(what, (double) value, "");
  }

  Result beside(String name, double peerValue) {
    return new Result(what, value, unit, new Peer(name, peerValue), limit);
  }

  Result atLeast(double least) {
    return limited("at least " + Wording.number(least), value >= least);
  }

  Result atMost(double most) {
    return limited("at most " + Wording.number(most), value <= most);
  }

  Result atLeastOfPeer(double share) {
    return limited("at least " + Math.round(share * 100) + " % of it", ratio() >= share);
  }

  private Result limited(String words, boolean met) {
    boolean all = met && (limit == null || limit.met());
    return new Result(
        what,
        value,
        unit,
        peer,
        new Limit(limit == null ? words : limit.words() + " and " + words, all));
  }

  /** The value as a multiple of the peer's; NaN without one. */
  double ratio() {
    return peer == null ? Double.NaN : value / peer.value();
  }
}
