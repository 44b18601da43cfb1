package life.http.listen;

import java.time.Duration;
import life.http.listen.Ports.In;
import life.http.listen.Ports.Out;
import life.http.problem.Problem;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.apache.pekko.util.ByteString;

/** Keeps the {@link Deadlines} of one connection. */
final class Watch extends TimerGraphStageLogic {
  private static final String ALARM = "alarm";
  private static final long NEVER = Long.MAX_VALUE;

  private final Inlet<ByteString> fromHttp;
  private final Outlet<ByteString> toNet;
  private final Inlet<ByteString> fromNet;
  private final Outlet<ByteString> toHttp;
  private final Deadlines deadlines;
  private final ListenSettings settings;
  private final Connection connection;
  private final Framing framing;
  private final Pace pace;
  private long alarmAt = NEVER;

  /** All that HTTP has to say was said, but the last of it is not yet written. */
  private boolean isSaid;

  Watch(Deadlines deadlines) {
    super(deadlines.shape());
    this.deadlines = deadlines;
    this.fromHttp = deadlines.fromHttp;
    this.toNet = deadlines.toNet;
    this.fromNet = deadlines.fromNet;
    this.toHttp = deadlines.toHttp;
    this.settings = deadlines.settings;
    this.connection = deadlines.connection;
    this.framing = new Framing(settings);
    this.pace = new Pace(settings);
    connection.takesOrders(createAsyncCallback(this::obey));
    setHandler(fromNet, new In(this::netSent, this::netHasNoMore, this::completeStage));
    setHandler(toHttp, new Out(this::httpAsks, this::httpAsksNoMore));
    setHandler(fromHttp, new In(this::httpAnswers, this::httpAnswersNoMore, this::cut));
    setHandler(toNet, new Out(this::netTakes, this::completeStage));
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
    deadlines.gone.run();
  }

  private void obey(Connection.Order order) {
    switch (order) {
      case CUT -> cut();
      case LEAVE -> {
        if (!pace.isParting() && !connection.isUpgraded() && !connection.isAnswering()) {
          leave();
        }
      }
    }
  }

  private void leave() {
    if (framing.isInHead()) {
      part(Farewell.closing(), Refusal.CLOSING);
    } else if (!isClosed(toHttp)) {
      complete(toHttp);
    }
  }

  /** Passes on what came, if it is for HTTP. */
  private void take(ByteString bytes) {
    if (connection.isUpgraded()) {
      pace.headIsOver();
      push(toHttp, bytes);
      return;
    }
    if (!framing.isInBody() && !pace.awaitsHead()) {
      pace.headBegins();
      armFor(due());
    }
    switch (framing.take(bytes)) {
      case Framing.Step.More _ -> more();
      case Framing.Step.GoesOn(var body) -> push(toHttp, body);
      case Framing.Step.Begins(var head, var isLast) -> {
        pace.headIsOver();
        connection.begins(isLast);
        push(toHttp, head);
      }
      case Framing.Step.Refused(var problem) -> part(problem, Refusal.MALFORMED);
    }
  }

  private void more() {
    if (connection.hasUnanswered() && !framing.isInBody()) {
      // Whoever parses the request thinks otherwise about its end, so nothing may follow.
      part(Problem.badInput("the request seems complete, but is not"), Refusal.MALFORMED);
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
    return isAvailable(toNet) && !connection.isStreaming() && !pace.isParting();
  }

  private void part(Problem problem, Refusal reason) {
    deadlines.refused.accept(reason);
    if (isQuiet()) {
      push(toNet, deadlines.farewell.of(problem));
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
    pace.parts();
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
    pace.parts();
    if (isClosed(fromNet)) {
      completeStage();
    } else {
      armFor(due());
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

  private long due() {
    return hasEnded() ? pace.endDue(connection.isClosing()) : pace.due(waitsForClient());
  }

  /** Whether only the client is to close its side. */
  private boolean hasEnded() {
    return pace.isParting() && isClosed(toNet);
  }

  private boolean waitsForClient() {
    return !isAvailable(toNet) || isAvailable(toHttp) || pace.isParting();
  }

  /** Wakes up in time to see what is due by then; what moves meanwhile only puts it off. */
  private void armFor(long due) {
    long now = Connection.now();
    long inTime = Math.min(due, now + pace.wakesEvery());
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
    if (hasEnded() && connection.isClosing()) {
      completeStage();
    } else if (hasEnded()) {
      cut();
    } else if (!isAvailable(toNet)) {
      deadlines.refused.accept(Refusal.SLOW_READER);
      cut();
    } else if (pace.awaitsHead()) {
      headTooLate();
    } else if (!waitsForClient()) {
      part(Farewell.slowAnswer(), Refusal.SLOW_ANSWER);
    } else if (connection.hasUnanswered()) {
      part(Farewell.slowBody(settings.idle()), Refusal.SLOW_BODY);
    } else {
      part();
    }
  }

  private void headTooLate() {
    if (framing.isInHead()) {
      part(Farewell.slowHead(settings.headDeadline()), Refusal.SLOW_HEAD);
    } else {
      part();
    }
  }

  private void netSent() {
    var bytes = grab(fromNet);
    if (pace.isParting() || isClosed(toHttp)) {
      pull(fromNet);
      return;
    }
    pace.moves();
    take(bytes);
  }

  private void netHasNoMore() {
    if (isClosed(toNet)) {
      completeStage();
    } else if (isAvailable(toHttp) && !pace.isParting()) {
      more();
    }
  }

  private void netTakes() {
    pace.moves();
    if (isSaid) {
      end();
    } else if (!isClosed(fromHttp)) {
      pull(fromHttp);
    }
  }

  private void httpAsks() {
    if (!pace.isParting()) {
      pace.moves();
      more();
    }
  }

  /** Who refuses a request reads on nevertheless, to see when the client is gone. */
  private void httpAsksNoMore() {
    if (!isClosed(fromNet) && !hasBeenPulled(fromNet)) {
      pull(fromNet);
    }
  }

  private void httpAnswers() {
    var bytes = grab(fromHttp);
    if (pace.isParting()) {
      pull(fromHttp);
    } else {
      pace.moves();
      push(toNet, bytes);
    }
  }

  private void httpAnswersNoMore() {
    if (!pace.isParting()) {
      if (connection.hasUnanswered() && !connection.isClosing() && !isClosed(fromNet)) {
        deadlines.refused.accept(Refusal.MALFORMED);
      }
      part();
    }
  }
}
