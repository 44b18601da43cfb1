package life.http.listen;

import life.http.problem.Problem;
import org.apache.pekko.util.ByteString;

/**
 * Tells where requests begin and end in the bytes of a connection, and passes a head on only when
 * it is complete: whoever parses it never sees it grow.
 */
final class Framing {
  /** After chunks nothing more is read as a request. */
  private static final long TO_THE_END = Long.MAX_VALUE;

  /** What is to be done with bytes. */
  sealed interface Step {
    /** More are needed. */
    record More() implements Step {}

    /**
     * They are the head of a request, with what came of its body.
     *
     * @param isLast whether nothing can follow on this connection
     */
    record Begins(ByteString bytes, boolean isLast) implements Step {}

    /** They go on with a body. */
    record GoesOn(ByteString bytes) implements Step {}

    /** They are no request. */
    record Refused(Problem problem) implements Step {}
  }

  private final ListenSettings limits;
  private Head head;
  private long bodyLeft;
  private ByteString rest = ByteString.emptyByteString();

  Framing(ListenSettings limits) {
    this.limits = limits;
    this.head = new Head(limits);
  }

  /** Whether a part of a head has come. */
  boolean isInHead() {
    return head.isBegun();
  }

  /** Whether more of a body must come. */
  boolean isInBody() {
    return bodyLeft > 0;
  }

  /** Whether bytes were kept back that belong to the next request. */
  boolean hasRest() {
    return !rest.isEmpty();
  }

  /** The bytes that were kept back; they are no longer. */
  ByteString takeRest() {
    var kept = rest;
    rest = ByteString.emptyByteString();
    return kept;
  }

  /** Takes bytes that came, or were kept back. */
  Step take(ByteString bytes) {
    if (bodyLeft > 0) {
      return new Step.GoesOn(upToItsEnd(bytes, 0));
    }
    try {
      var end = head.take(bytes);
      if (end.isEmpty()) {
        return new Step.More();
      }
      var length = head.bodyLength(end.getAsInt());
      var all = head.all();
      head = new Head(limits);
      bodyLeft = length.orElse(TO_THE_END);
      return new Step.Begins(upToItsEnd(all, end.getAsInt()), length.isEmpty());
    } catch (Problem.Refused refused) {
      return new Step.Refused(refused.problem());
    }
  }

  private ByteString upToItsEnd(ByteString bytes, int headLength) {
    long ofBody = Math.min((long) bytes.size() - headLength, bodyLeft);
    int end = (int) (headLength + ofBody);
    if (bodyLeft != TO_THE_END) {
      bodyLeft -= ofBody;
    }
    rest = bytes.drop(end);
    return bytes.take(end);
  }
}
