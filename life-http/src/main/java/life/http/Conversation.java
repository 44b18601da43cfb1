package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import life.actor.Answer;
import life.being.LifeCommand.Meet;
import life.being.LifeId;
import life.http.Farewell.Leaving;
import life.http.problem.Problem;
import life.journal.JournalFailure;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ws.BinaryMessage;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.http.scaladsl.model.ws.PeerClosedConnectionException;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.StreamLimitReachedException;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * A conversation with one being: stimuli come in, and what became of each goes out, among the facts
 * of the life and what is noticed in it.
 */
final class Conversation {
  private static final long MOST_BYTES = 64 * 1024;

  /** Stimuli that wait for their answers; the next one is read when one of them has it. */
  private static final int MOST_UNANSWERED = 64;

  /** A message that comes in pieces has to be complete within this time. */
  private static final Duration MESSAGE_WITHIN = Duration.ofSeconds(10);

  /** For answers and observations that are still under way when the life is over. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private static final int LONGEST_REF = 128;

  private final LifeId id;
  private final Function<Meet, CompletionStage<Answer>> deliver;
  private final Consumer<Problem> refused;
  private final Trace trace;
  private final Source<ObjectNode, NotUsed> life;
  private final Materializer materializer;
  private final AtomicReference<Optional<Farewell>> farewell =
      new AtomicReference<>(Optional.empty());

  /**
   * Not begun yet.
   *
   * @param id with whom
   * @param deliver hands a stimulus over; what it fails with is told as a problem
   * @param refused hears of every problem that is told
   * @param trace of the request that opened it
   * @param facts of the life, to its end
   * @param observations of the life; whether they end is of no matter
   */
  Conversation(
      LifeId id,
      Function<Meet, CompletionStage<Answer>> deliver,
      Consumer<Problem> refused,
      Trace trace,
      Source<ObjectNode, NotUsed> facts,
      Source<ObjectNode, NotUsed> observations,
      Materializer materializer) {
    this.id = id;
    this.deliver = deliver;
    this.refused = refused;
    this.trace = trace;
    this.materializer = materializer;
    this.life =
        facts
            .concatLazy(Source.lazySource(this::lastWords))
            .merge(observations.concatLazy(Source.maybe()), true);
  }

  /** Why it ends, once it does; empty while it goes on, and where the other side ended it. */
  Optional<Farewell> farewell() {
    return farewell.get();
  }

  /** Ends it, unless it ends already. */
  private <T> Source<T, NotUsed> leave(Farewell why) {
    farewell.compareAndSet(Optional.empty(), Optional.of(why));
    return Source.empty();
  }

  private Source<ObjectNode, ?> lastWords() {
    leave(Farewell.OVER);
    return Source.<ObjectNode>maybe().takeWithin(LAST_WORDS);
  }

  /** What comes out for what comes in. */
  Flow<Message, Message, NotUsed> messages() {
    return Flow.of(Message.class)
        .mapAsync(1, this::text)
        .mapAsync(MOST_UNANSWERED, this::answer)
        .merge(life, true)
        .map(document -> (Message) TextMessage.create(document.toString()))
        .mapError(
            new PFBuilder<Throwable, Throwable>()
                .match(CompletionException.class, Conversation::cause)
                .build())
        .recoverWith(
            new PFBuilder<Throwable, Source<Message, NotUsed>>()
                .match(Leaving.class, leaving -> leave(leaving.farewell()))
                .match(JournalFailure.class, _ -> leave(Farewell.BROKEN))
                .match(PeerClosedConnectionException.class, _ -> Source.empty())
                .build());
  }

  private static Throwable cause(CompletionException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private CompletionStage<String> text(Message message) {
    return switch (message) {
      case TextMessage text when text.isStrict() -> completedFuture(bounded(text.getStrictText()));
      case TextMessage text -> collected(text);
      case BinaryMessage bytes -> {
        if (!bytes.isStrict()) {
          bytes.getStreamedData().runWith(Sink.cancelled(), materializer);
        }
        throw Farewell.NOT_TEXT.asException();
      }
      default -> throw new IllegalStateException("a message is text or bytes");
    };
  }

  private static String bounded(String text) {
    if (bytes(text) > MOST_BYTES) {
      throw Farewell.TOO_LONG.asException();
    }
    return text;
  }

  private CompletionStage<String> collected(TextMessage text) {
    return text.getStreamedText()
        .limitWeighted(MOST_BYTES, Conversation::bytes)
        .completionTimeout(MESSAGE_WITHIN)
        .runFold(new StringBuilder(), StringBuilder::append, materializer)
        .thenApply(StringBuilder::toString)
        .exceptionally(failure -> {
          throw switch (failure instanceof CompletionException ? failure.getCause() : failure) {
            case StreamLimitReachedException _ -> Farewell.TOO_LONG.asException();
            case TimeoutException _ -> Farewell.TOO_SLOW.asException();
            case null, default -> new CompletionException(failure);
          };
        });
  }

  private static long bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** What becomes of a message; never fails. */
  private CompletionStage<ObjectNode> answer(String text) {
    var ref = Views.object();
    try {
      return deliver
          .apply(meet(text, ref))
          .handle((answer, failure) ->
              failure == null ? said(ref, answer) : problem(ref, Router.problemOf(failure)));
    } catch (RuntimeException e) {
      return completedFuture(problem(ref, Router.problemOf(e)));
    }
  }

  /** The stimulus; what the sender calls it is put aside. */
  private Meet meet(String text, ObjectNode ref) {
    var document = StrictJson.tree(text.getBytes(UTF_8));
    if (document instanceof ObjectNode object && object.has("ref")) {
      ref.set("ref", ref(object.remove("ref")));
    }
    return StimulusReader.meet(document, "a message", null, trace);
  }

  private static JsonNode ref(JsonNode given) {
    if (!given.isTextual() || given.textValue().length() > LONGEST_REF) {
      throw Problem.badInput("'ref' must be a text of at most " + LONGEST_REF + " characters")
          .asException();
    }
    return given;
  }

  private ObjectNode said(ObjectNode ref, Answer answer) {
    return switch (answer) {
      case Answer.Accepted(var receipt, boolean replayed) -> {
        var document = Views.object().put("type", "receipt");
        document.setAll(ref);
        document.setAll(Views.receipt(id, receipt));
        yield document.put("replayed", replayed);
      }
      case Answer.Refused(var refusal) -> problem(ref, Replies.problem(id, refusal));
      case Answer.Unavailable(var why) -> problem(ref, Problem.notReady(why));
      case Answer.Each _, Answer.BornNow _ ->
          throw new IllegalStateException("nobody asked for that");
    };
  }

  private ObjectNode problem(ObjectNode ref, Problem problem) {
    refused.accept(problem);
    var document = Views.object().put("type", "problem");
    document.setAll(ref);
    document.set("problem", problem.toDocument());
    return document;
  }
}
