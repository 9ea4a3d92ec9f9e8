package de.kreiswerk.audit.sendkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection. {@link #close} by another thread ends it at once, whatever it waits for. */
public final class Line implements AutoCloseable {

    private final Receiver to;
    private final Socket plain = new Socket();
    private volatile Socket socket = plain;

    /**
     * One that is not open yet.
     *
     * @param to whom it leads to
     */
    public Line(Receiver to) {
        this.to = to;
    }

    /**
     * Opens it, with TLS 1.2 or newer to the host whose name the certificate has.
     *
     * @throws SendingFailed when nobody answers, or somebody else
     */
    public void open() throws SendingFailed {
        int patience = Math.toIntExact(to.patience().toMillis());
        try {
            plain.setSoTimeout(patience);
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.connect(new InetSocketAddress(InetAddress.getByName(to.host()), to.port()), patience);
        } catch (UnknownHostException e) {
            throw new SendingFailed(
                    "Den Rechner " + to.host() + " kennt das Netz nicht. Prüfen Sie, ob der Name stimmt",
                    "There is no host " + to.host());
        } catch (IOException e) {
            throw new SendingFailed(
                    name() + " ist nicht zu erreichen (" + german(e) + "). Prüfen Sie, ob der Empfänger läuft und die"
                            + " Firewall die Verbindung zulässt",
                    name() + " cannot be reached: " + e.getMessage());
        }
        if (to.trust() != null) {
            encrypt();
        }
    }

    /** What happens often; all else is as the network says it. */
    private static String german(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "keine Antwort";
        }
        return "Connection refused".equals(e.getMessage()) ? "Verbindung abgelehnt" : e.getMessage();
    }

    private void encrypt() throws SendingFailed {
        try {
            SSLSocket encrypted = (SSLSocket) to.trust().sockets().createSocket(plain, to.host(), to.port(), true);
            SSLParameters parameters = encrypted.getSSLParameters();
            // Checks that the certificate is for this host (RFC 2818), which Java does only when it is asked to.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            socket = encrypted;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * What comes from there.
     *
     * @return an open stream
     * @throws IOException when the line is closed
     */
    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /**
     * What goes there.
     *
     * @return an open stream, not buffered
     * @throws IOException when the line is closed
     */
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /**
     * From now on a read waits for as long as it takes.
     *
     * @throws IOException when the line is closed
     */
    public void listenForEver() throws IOException {
        plain.setSoTimeout(0);
    }

    /**
     * What went wrong, in words.
     *
     * @param e what was thrown by a stream of this line
     * @return the same for people
     */
    public SendingFailed failed(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new SendingFailed(
                    name() + " antwortet nicht rechtzeitig. Prüfen Sie, ob der Empfänger überlastet ist",
                    name() + " does not answer in time");
        }
        String cause = ofCertificate(e);
        if (cause != null) {
            return new SendingFailed(
                    "Dem Zertifikat von " + name() + " wird nicht vertraut (" + cause
                            + "). Prüfen Sie, ob es gilt, auf diesen"
                            + " Namen lautet und seine Zertifizierungsstelle eingetragen ist",
                    "The certificate of " + name() + " is not accepted: " + cause);
        }
        if (e instanceof SSLException) {
            return new SendingFailed(
                    "Mit " + name() + " kommt keine verschlüsselte Verbindung zustande (" + e.getMessage()
                            + "). Prüfen Sie,"
                            + " ob dort TLS 1.2 oder 1.3 gesprochen und ein eigenes Zertifikat verlangt wird",
                    "No TLS with " + name() + ": " + e.getMessage());
        }
        return new SendingFailed(
                name() + " hat die Verbindung beendet (" + e.getMessage()
                        + "). Sehen Sie im Protokoll des Empfängers nach",
                name() + " closed the connection: " + e.getMessage());
    }

    /** Null when it is about something else. The innermost words are those that name what is wrong. */
    private static String ofCertificate(Throwable failure) {
        String words = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (words != null || cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
                words = cause.getMessage();
            }
        }
        return words;
    }

    private String name() {
        return to.host() + ":" + to.port();
    }

    /**
     * Says good-bye before it closes, as TLS wants it; waits for a server that takes nothing any more.
     *
     * @throws SendingFailed when it could not be said
     */
    public void farewell() throws SendingFailed {
        try {
            socket.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Closing the encrypted socket would wait for the other side; the bare one is closed at once. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            // Nothing can be done about it, and nothing is left.
        }
    }
}
