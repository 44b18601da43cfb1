package life.cli;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A TLS context that can't do TLS, for plain http: the HTTP client asks for a context when it is
 * built, and the real one reads a hundred certificates first. It opens nothing and refuses
 * everything.
 */
final class NoTls extends SSLContext {

  NoTls() {
    super(new Refusing(), null, "none");
  }

  private static final class Refusing extends SSLContextSpi {
    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return new SSLParameters(new String[0], new String[0]);
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return new SSLParameters(new String[0], new String[0]);
    }

    @Override
    protected void engineInit(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random) {}

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw plain();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw plain();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw plain();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      throw plain();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      throw plain();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      throw plain();
    }

    private static UnsupportedOperationException plain() {
      return new UnsupportedOperationException("this client was built for plain http");
    }
  }
}
