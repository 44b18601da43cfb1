package life.http.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Lets requests in, or refuses them before anything else is looked at: the host that they name, the
 * page that they come from, how often their client asks, and the token that they carry.
 */
public final class Gate {
  /** Names under which a machine asks itself; always answered. */
  public static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /** The path of the observatory, which everybody may load: it holds nothing of any life. */
  public static final String PAGE = "/";

  /** Where the files of that page are. */
  public static final String PAGE_FILES = "/observatory/";

  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");
  private static final String BEARER = "bearer ";

  private final Access access;
  private final Allowance allowance;

  public Gate(Access access) {
    this.access = access;
    this.allowance = new Allowance(access.requestsPerSecond());
  }

  /**
   * A request that was let in.
   *
   * @param right what it may do
   * @param hasToken whether it showed a token
   * @param challenge says what it is told when it lacks one
   * @param headers that its answer carries
   */
  public record Pass(
      Right right, boolean hasToken, Supplier<String> challenge, List<HttpHeader> headers) {
    /**
     * Refuses what needs more.
     *
     * @throws Problem.Refused naming the right that is needed
     */
    public void require(Right needed) {
      if (!right.includes(needed)) {
        throw (hasToken
                ? Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "This needs the right to %s; the token gives the right to %s"
                        .formatted(needed.word(), right.word()))
                : tokenNeeded(
                    "This needs a token with the right to " + needed.word(), challenge.get()))
            .asException();
      }
    }
  }

  /**
   * Lets a request in.
   *
   * @throws Problem.Refused saying why not
   */
  public Pass enter(HttpRequest request) {
    refuseOtherHosts(request);
    refuseForeignPages(request);
    var headers = count(request);
    var authorization = header(request, "Authorization");
    Supplier<String> challenge = () -> challenge(request);
    var right = isOfPage(request.getUri().path()) ? Right.OBSERVE : right(authorization, challenge);
    return new Pass(right, authorization.isPresent(), challenge, headers);
  }

  private static boolean isOfPage(String path) {
    return path.equals(PAGE) || path.startsWith(PAGE_FILES);
  }

  private void refuseOtherHosts(HttpRequest request) {
    var asked = request.getUri().host().address().toLowerCase(Locale.ROOT);
    var named =
        header(request, "Host").map(Gate::withoutPort).orElse(asked).toLowerCase(Locale.ROOT);
    if (!isOwn(asked) || !isOwn(named)) {
      throw Problem.of(
              ProblemType.MISDIRECTED,
              "This server does not answer for '"
                  + named
                  + "'; it is asked as 127.0.0.1 or localhost"
                  + (access.hosts().isEmpty() ? "" : ", " + String.join(", ", access.hosts())))
          .asException();
    }
  }

  private boolean isOwn(String host) {
    return LOOPBACK.contains(host) || access.hosts().contains(host);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private void refuseForeignPages(HttpRequest request) {
    var origin = header(request, "Origin");
    if (origin.isPresent() && !isOwnOrigin(origin.get(), request)) {
      throw Problem.of(
              ProblemType.FOREIGN_ORIGIN, "The request comes from a page of " + origin.get())
          .asException();
    }
    var site = header(request, "Sec-Fetch-Site");
    if (site.isPresent() && !OWN_PAGES.contains(site.get()) && !isLink(request)) {
      throw Problem.of(ProblemType.FOREIGN_ORIGIN, "The request comes from a page of another site")
          .asException();
    }
  }

  private static boolean isOwnOrigin(String origin, HttpRequest request) {
    try {
      var uri = new URI(origin);
      var host = header(request, "Host").orElse("");
      return uri.getAuthority() != null
          && uri.getAuthority().equalsIgnoreCase(host)
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whoever follows a link leaves the other page, which sees nothing of the answer. */
  private static boolean isLink(HttpRequest request) {
    return request.method().value().equals("GET")
        && header(request, "Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
        && header(request, "Sec-Fetch-Dest").filter("document"::equals).isPresent();
  }

  private List<HttpHeader> count(HttpRequest request) {
    int most = access.requestsPerSecond();
    if (most == 0) {
      return List.of();
    }
    var quota = allowance.take(client(request), System.nanoTime());
    var policy = "\"requests\";q=" + most + ";w=1";
    var now = "\"requests\";r=" + quota.left() + ";t=" + quota.secondsUntilFull();
    if (!quota.isGranted()) {
      throw Problem.of(
              ProblemType.TOO_MANY_REQUESTS, "One client may ask " + most + " times a second")
          .with("RateLimit-Policy", policy)
          .with("RateLimit", now)
          .asException();
    }
    return List.of(
        RawHeader.create("RateLimit-Policy", policy), RawHeader.create("RateLimit", now));
  }

  private static InetAddress client(HttpRequest request) {
    return request
        .getAttribute(AttributeKeys.remoteAddress)
        .flatMap(address -> address.getAddress())
        .orElseGet(InetAddress::getLoopbackAddress);
  }

  private Right right(Optional<String> authorization, Supplier<String> challenge) {
    if (authorization.isEmpty()) {
      if (access.isRemote()) {
        throw tokenNeeded("This Life lets nobody in without a token", challenge.get())
            .asException();
      }
      return Right.STIMULATE;
    }
    return authorization
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .flatMap(value -> access.token().rightOf(value.substring(BEARER.length()).strip()))
        .orElseThrow(
            () -> tokenNeeded("The token is not one of this Life", challenge.get()).asException());
  }

  /** Programs of this machine are told where the token is; the file's mode says who may read it. */
  private String challenge(HttpRequest request) {
    return "Bearer realm=\"life\""
        + access
            .tokenFile()
            .filter(_ -> client(request).isLoopbackAddress())
            .map(file -> ", token_file=\"" + URLEncoder.encode(file.toString(), UTF_8) + "\"")
            .orElse("");
  }

  private static Problem tokenNeeded(String detail, String challenge) {
    return Problem.of(ProblemType.TOKEN_NEEDED, detail + "; `life token` prints it")
        .with("WWW-Authenticate", challenge);
  }

  private static Optional<String> header(HttpRequest request, String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }
}
