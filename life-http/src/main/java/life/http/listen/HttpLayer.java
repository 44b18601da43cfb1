package life.http.listen;

import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Server;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import org.apache.pekko.stream.TLSProtocol.SslTlsInbound;
import org.apache.pekko.stream.TLSProtocol.SslTlsOutbound;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.TLSPlacebo;
import org.apache.pekko.util.ByteString;
import scala.concurrent.duration.Duration;

/**
 * Pekko's parser and renderer, set so that all limits and deadlines that are not about parsing are
 * left to {@link Deadlines}.
 */
final class HttpLayer {
  private final Http http;
  private final ServerSettings settings;

  HttpLayer(ActorSystem<?> system, ListenSettings limits) {
    http = Http.get(system);
    var standard = ServerSettings.create(system.settings().config());
    var parsing =
        standard
            .getParserSettings()
            .withMaxUriLength(limits.mostUriBytes())
            .withMaxHeaderCount(limits.mostHeaders())
            .withMaxContentLength(limits.mostBodyBytes())
            .withIllegalHeaderWarnings(false);
    settings =
        standard
            .withParserSettings(parsing)
            .withParsingErrorHandler(ParsingRefusal.class.getName())
            .withPipeliningLimit(1)
            .withTimeouts(standard.getTimeouts().withRequestTimeout(Duration.Zero()));
  }

  /** What answers say that they come from. */
  Optional<Server> server() {
    return settings.getServerHeader();
  }

  /** Requests out of bytes, bytes out of answers; for any number of connections. */
  BidiFlow<HttpResponse, ByteString, ByteString, HttpRequest, NotUsed> flow() {
    return http.serverLayer(settings).atop(withoutTls());
  }

  @SuppressWarnings("unchecked") // what it sends up is a SessionBytes, which is an SslTlsInbound
  private static BidiFlow<SslTlsOutbound, ByteString, ByteString, SslTlsInbound, NotUsed>
      withoutTls() {
    return (BidiFlow<SslTlsOutbound, ByteString, ByteString, SslTlsInbound, NotUsed>)
        (BidiFlow<?, ?, ?, ?, ?>) TLSPlacebo.getInstance();
  }
}
