package life.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import life.archive.LifeFileDamaged;
import life.archive.NoSuchMoment;
import life.archive.Progress;
import life.journal.JournalDamaged;
import life.journal.JournalUnavailable;
import life.journal.NotAdmitted;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the endpoint for a request and turns whatever goes wrong into a {@link Problem}. The
 * endpoints are a table, so that tests and documents can walk through all of them.
 */
final class Router {
  /** Most bytes of a body. */
  static final long MOST_BYTES = 64 * 1024;

  /** So much of a refused body is read to its end, lest the sender miss the answer. */
  private static final long MOST_DISCARDED_BYTES = 32 << 20;

  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final List<Endpoint> endpoints;
  private final Materializer materializer;

  Router(List<Endpoint> endpoints, Materializer materializer) {
    this.endpoints = List.copyOf(endpoints);
    this.materializer = materializer;
  }

  /** Answers a request; never fails. */
  CompletionStage<HttpResponse> answer(HttpRequest request) {
    return attempt(() -> route(request)).exceptionally(Router::problem);
  }

  private CompletionStage<HttpResponse> route(HttpRequest request) {
    var path = path(request);
    var method = request.method().value();
    var allowed = new ArrayList<String>();
    for (var endpoint : endpoints) {
      var variables = endpoint.match(path);
      if (variables.isPresent() && endpoint.method().equals(method)) {
        return call(endpoint, request, variables.get());
      }
      if (variables.isPresent()) {
        allowed.add(endpoint.method());
      }
    }
    discard(request);
    var rawPath = request.getUri().path();
    throw (allowed.isEmpty()
            ? Problem.notFound(rawPath)
            : Problem.methodNotAllowed(method, allowed))
        .asException();
  }

  private static List<String> path(HttpRequest request) {
    var segments = new ArrayList<String>();
    if (request.getUri().path().matches(".*//.*|.+/")) {
      return segments;
    }
    request.getUri().pathSegments().forEach(segments::add);
    return segments;
  }

  private CompletionStage<HttpResponse> call(
      Endpoint endpoint, HttpRequest request, Map<String, String> variables) {
    if (endpoint.isStreaming()) {
      return endpoint.handler().answer(new Call(request, variables, ByteString.emptyByteString()));
    }
    if (!List.of("POST", "PUT").contains(request.method().value())) {
      discard(request);
      return endpoint.handler().answer(new Call(request, variables, ByteString.emptyByteString()));
    }
    refuseUnfit(request);
    return request
        .entity()
        .toStrict(BODY_TIMEOUT.toMillis(), MOST_BYTES, materializer)
        .exceptionally(Router::notRead)
        .thenCompose(
            body -> endpoint.handler().answer(new Call(request, variables, body.getData())));
  }

  private static HttpEntity.Strict notRead(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      throw Problem.tooSlow(BODY_TIMEOUT.toSeconds()).asException();
    }
    throw new CompletionException(cause);
  }

  private void refuseUnfit(HttpRequest request) {
    var entity = request.entity();
    OptionalLong length = entity.getContentLengthOption();
    if (length.isPresent() && length.getAsLong() > MOST_BYTES) {
      discard(request);
      throw Problem.tooLarge(MOST_BYTES).asException();
    }
    var type = entity.getContentType().mediaType();
    if (!type.mainType().equals("application") || !type.subType().equals("json")) {
      discard(request);
      throw Problem.wrongMediaType(
              type.mainType().equals("none") ? "not said" : type.mainType() + "/" + type.subType())
          .asException();
    }
  }

  private void discard(HttpRequest request) {
    if (request.entity() instanceof HttpEntity.Strict) {
      return;
    }
    request.entity().withSizeLimit(MOST_DISCARDED_BYTES).discardBytes(materializer);
  }

  private static CompletionStage<HttpResponse> attempt(
      Supplier<CompletionStage<HttpResponse>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static HttpResponse problem(Throwable failure) {
    return problemOf(failure).toResponse();
  }

  /** What a failure means to whoever asked. */
  static Problem problemOf(Throwable failure) {
    var cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case Problem.Refused refused -> refused.problem();
      case EntityStreamSizeException _ -> Problem.tooLarge(MOST_BYTES);
      case EntityStreamException e when isTooLarge(e) -> Problem.tooLarge(MOST_BYTES);
      case EntityStreamException _ -> Problem.badInput("the body ended before it was complete");
      case TimeoutException _ ->
          Problem.notReady("there was no answer in time; trying again with the same key is safe");
      case NoSuchMoment none -> Problem.noSuchMoment(none.words());
      case LifeFileDamaged damaged -> Problem.lifeFileDamaged(damaged.words());
      case NotAdmitted refused -> Problem.exists(String.valueOf(refused.getMessage()));
      case Progress.Cancelled _ -> Problem.cancelled();
      case JournalDamaged damaged -> Problem.damaged(String.valueOf(damaged.getMessage()));
      case JournalUnavailable unavailable ->
          Problem.notReady(String.valueOf(unavailable.getMessage()));
      default -> bug(cause);
    };
  }

  /** Pekko says it so when a body without a length turns out too long. */
  private static boolean isTooLarge(EntityStreamException e) {
    return e.getMessage() != null && e.getMessage().startsWith("Request too large");
  }

  private static Problem bug(Throwable cause) {
    LOG.error("A request failed", cause);
    return Problem.bug();
  }
}
