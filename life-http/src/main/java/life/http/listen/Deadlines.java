package life.http.listen;

import java.time.Duration;
import java.util.function.Consumer;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/**
 * Stands between the net and HTTP on one connection, and ends it when its client keeps it waiting.
 *
 * <p>A head that comes too late is answered with 408, counted from its first byte (from the opening
 * of the connection for the first request), however its bytes trickle. A client that sends no body,
 * or reads no answer, is ended after a while in which nothing moves.
 *
 * <p>It also ends connections in order: what was written is flushed, and what the client still
 * sends is read for a moment, lest it lose the answer to a reset.
 */
final class Deadlines
    extends GraphStage<BidiShape<ByteString, ByteString, ByteString, ByteString>> {
  private static final Duration LINGER_WHEN_CLOSING = Duration.ofMillis(500);
  private static final long NEVER = Long.MAX_VALUE;
  private static final String ALARM = "alarm";

  private final Inlet<ByteString> fromHttp = Inlet.create("Deadlines.fromHttp");
  private final Outlet<ByteString> toNet = Outlet.create("Deadlines.toNet");
  private final Inlet<ByteString> fromNet = Inlet.create("Deadlines.fromNet");
  private final Outlet<ByteString> toHttp = Outlet.create("Deadlines.toHttp");
  private final BidiShape<ByteString, ByteString, ByteString, ByteString> shape =
      BidiShape.of(fromHttp, toNet, fromNet, toHttp);

  private final ListenSettings settings;
  private final Connection connection;
  private final Farewell farewell;
  private final Consumer<Refusal> refused;
  private final Runnable gone;

  /**
   * For one connection.
   *
   * @param refused hears why the connection ended before its client wanted it
   * @param gone hears when it has ended
   */
  Deadlines(
      ListenSettings settings,
      Connection connection,
      Farewell farewell,
      Consumer<Refusal> refused,
      Runnable gone) {
    this.settings = settings;
    this.connection = connection;
    this.farewell = farewell;
    this.refused = refused;
    this.gone = gone;
  }

  @Override
  public BidiShape<ByteString, ByteString, ByteString, ByteString> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes attributes) {
    return new Watch();
  }

  /** Makes the net drop a connection at once. */
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Cut() {
      super("the connection was cut", null, false, false);
    }
  }

  private final class Watch extends TimerGraphStageLogic {
    private final Framing framing = new Framing(settings);
    private final long wakesEvery =
        Math.min(settings.idle().toNanos(), settings.answerDeadline().toNanos());
    private long headSince = Connection.now();
    private long lastMove = headSince;
    private long alarmAt = NEVER;
    private long partingSince = NEVER;

    /** All that HTTP has to say was said, but the last of it is not yet written. */
    private boolean isSaid;

    private Watch() {
      super(shape);
      connection.takesOrders(createAsyncCallback(this::obey));
      setHandler(fromNet, new FromNet());
      setHandler(toHttp, new ToHttp());
      setHandler(fromHttp, new FromHttp());
      setHandler(toNet, new ToNet());
    }

    @Override
    public void preStart() {
      armFor(due());
      if (connection.isClosing()) {
        obey(Connection.Order.LEAVE);
      }
    }

    @Override
    public void postStop() {
      gone.run();
    }

    private boolean isParting() {
      return partingSince != NEVER;
    }

    private void obey(Connection.Order order) {
      switch (order) {
        case CUT -> cut();
        case LEAVE -> {
          if (!isParting() && !connection.isUpgraded() && !connection.isAnswering()) {
            leave();
          }
        }
      }
    }

    private void leave() {
      if (framing.isInHead()) {
        part(Problem.of(ProblemType.SHUTTING_DOWN, "The request came too late"), Refusal.CLOSING);
      } else if (!isClosed(toHttp)) {
        complete(toHttp);
      }
    }

    /** Passes on what came, if it is for HTTP. */
    private void take(ByteString bytes) {
      if (connection.isUpgraded()) {
        headSince = NEVER;
        push(toHttp, bytes);
        return;
      }
      if (!framing.isInBody() && headSince == NEVER) {
        headSince = Connection.now();
        armFor(due());
      }
      switch (framing.take(bytes)) {
        case Framing.Step.More _ -> more();
        case Framing.Step.GoesOn(var body) -> push(toHttp, body);
        case Framing.Step.Begins(var head, var isLast) -> {
          headSince = NEVER;
          connection.begins(isLast);
          push(toHttp, head);
        }
        case Framing.Step.Refused(var problem) -> part(problem, Refusal.MALFORMED);
      }
    }

    private void more() {
      if (connection.hasUnanswered() && !framing.isInBody()) {
        part(
            Problem.badInput("the request seems complete, but is not"),
            Refusal.MALFORMED); // whoever parses it thinks otherwise, so nothing may follow
      } else if (framing.hasRest()) {
        take(framing.takeRest());
      } else if (!isClosed(fromNet)) {
        pull(fromNet);
      } else if (framing.isInHead() && isQuiet()) {
        part(Problem.badInput("the head of the request has no end"), Refusal.MALFORMED);
      } else {
        complete(toHttp);
      }
    }

    /** Whether words of our own would not fall into the midst of an answer. */
    private boolean isQuiet() {
      return isAvailable(toNet) && !connection.isStreaming() && !isParting();
    }

    private void part(Problem problem, Refusal reason) {
      refused.accept(reason);
      if (isQuiet()) {
        push(toNet, farewell.of(problem));
        part();
      } else {
        cut();
      }
    }

    /** Says nothing more as soon as what was said is written, and waits a moment for the client. */
    private void part() {
      if (isClosed(toNet)) {
        return;
      }
      partingSince = Connection.now();
      lastMove = partingSince;
      connection.parts();
      if (!isClosed(toHttp)) {
        complete(toHttp);
      }
      if (!isClosed(fromNet) && !hasBeenPulled(fromNet)) {
        pull(fromNet);
      }
      if (connection.isStreaming() || connection.isUpgraded()) {
        cancel(fromHttp);
      }
      isSaid = true;
      if (isAvailable(toNet)) {
        end();
      } else {
        armFor(due());
      }
    }

    private void end() {
      complete(toNet);
      partingSince = Connection.now();
      if (isClosed(fromNet)) {
        completeStage();
      } else {
        armFor(due());
      }
    }

    /** The client has not closed its side: most likely it never will. */
    private void lookAway() {
      if (connection.isClosing()) {
        completeStage();
      } else {
        cut();
      }
    }

    private void cut() {
      if (!isClosed(toNet)) {
        fail(toNet, new Cut());
      }
      if (!isClosed(fromNet)) {
        cancel(fromNet, new Cut());
      }
      completeStage();
    }

    /** When the client has kept us waiting for too long, or we the client. */
    private long due() {
      if (isParting() && isClosed(toNet)) {
        var linger = connection.isClosing() ? LINGER_WHEN_CLOSING : settings.idle();
        return partingSince + linger.toNanos();
      }
      if (headSince != NEVER && !connection.isUpgraded()) {
        return headSince + settings.headDeadline().toNanos();
      }
      return lastMove + (waitsForClient() ? settings.idle() : settings.answerDeadline()).toNanos();
    }

    private boolean waitsForClient() {
      return !isAvailable(toNet) || isAvailable(toHttp) || isParting();
    }

    /** Wakes up in time to see what is due by then; what moves meanwhile only puts it off. */
    private void armFor(long due) {
      long now = Connection.now();
      long inTime = Math.min(due, now + wakesEvery);
      if (inTime < alarmAt) {
        alarmAt = inTime;
        scheduleOnce(ALARM, Duration.ofNanos(Math.max(1, inTime - now)));
      }
    }

    @Override
    public void onTimer(Object key) {
      alarmAt = NEVER;
      long due = due();
      if (Connection.now() < due) {
        armFor(due);
      } else {
        tooLate();
      }
    }

    private void tooLate() {
      if (isParting() && isClosed(toNet)) {
        lookAway();
      } else if (!isAvailable(toNet)) {
        refused.accept(Refusal.SLOW_READER);
        cut();
      } else if (headSince != NEVER && !connection.isUpgraded()) {
        headTooLate();
      } else if (!waitsForClient()) {
        part(
            Problem.notReady("there was no answer in time; trying again with the same key is safe"),
            Refusal.SLOW_ANSWER);
      } else if (connection.hasUnanswered()) {
        part(
            Problem.of(
                ProblemType.TOO_SLOW,
                "Nothing came of the body for " + settings.idle().toSeconds() + " seconds"),
            Refusal.SLOW_BODY);
      } else {
        part();
      }
    }

    private void headTooLate() {
      if (framing.isInHead()) {
        part(
            Problem.of(
                ProblemType.TOO_SLOW,
                "The head of a request has to be complete within "
                    + settings.headDeadline().toSeconds()
                    + " seconds from its first byte"),
            Refusal.SLOW_HEAD);
      } else {
        part();
      }
    }

    private final class FromNet extends AbstractInHandler {
      @Override
      public void onPush() {
        var bytes = grab(fromNet);
        if (isParting() || isClosed(toHttp)) {
          pull(fromNet);
          return;
        }
        lastMove = Connection.now();
        take(bytes);
      }

      @Override
      public void onUpstreamFinish() {
        if (isClosed(toNet)) {
          completeStage();
        } else if (isAvailable(toHttp) && !isParting()) {
          more();
        }
      }

      /** The client is gone: a body that is being read ends, which is no fault of anybody here. */
      @Override
      public void onUpstreamFailure(Throwable failure) {
        completeStage();
      }
    }

    private final class ToHttp extends AbstractOutHandler {
      @Override
      public void onPull() {
        if (!isParting()) {
          lastMove = Connection.now();
          more();
        }
      }

      /** Who refuses a request reads on nevertheless, to see when the client is gone. */
      @Override
      public void onDownstreamFinish(Throwable cause) {
        if (!isClosed(fromNet) && !hasBeenPulled(fromNet)) {
          pull(fromNet);
        }
      }
    }

    private final class FromHttp extends AbstractInHandler {
      @Override
      public void onPush() {
        var bytes = grab(fromHttp);
        if (isParting()) {
          pull(fromHttp);
        } else {
          lastMove = Connection.now();
          push(toNet, bytes);
        }
      }

      @Override
      public void onUpstreamFinish() {
        if (!isParting()) {
          if (connection.hasUnanswered() && !connection.isClosing() && !isClosed(fromNet)) {
            refused.accept(Refusal.MALFORMED);
          }
          part();
        }
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        cut();
      }
    }

    private final class ToNet extends AbstractOutHandler {
      @Override
      public void onPull() {
        lastMove = Connection.now();
        if (isSaid) {
          end();
        } else if (!isClosed(fromHttp)) {
          pull(fromHttp);
        }
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        completeStage();
      }
    }
  }
}
