package de.kreiswerk.core.mail.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One mail handed to one mail server (RFC 5321, STARTTLS of RFC 3207, AUTH of RFC 4954). Spoken here and not by a library: a
 * mail in plain text to a server that is named takes a dozen commands, while the libraries find their parts by the thread's
 * class loader, check no host name unless told to, and let a server that is slow enough hold them for ever.
 *
 * <p>{@link #close} by another thread ends it at once, whatever it waits for.
 */
public final class Conversation implements AutoCloseable {

    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int SERVICE_READY = 220;

    private final SmtpSettings settings;
    private final SSLSocketFactory tls;
    private final Socket plain = new Socket();
    private Socket socket = plain;
    private InputStream in;
    private OutputStream out;
    private Reply abilities;

    /**
     * One that has not begun.
     *
     * @param settings of the mail server
     * @param tls whom it trusts
     */
    public Conversation(SmtpSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.tls = tls;
    }

    /**
     * Sends.
     *
     * @param mail what
     * @throws SendingFailed when the server has not said that it took it
     */
    public void send(Delivery mail) throws SendingFailed {
        try {
            connect();
            greet();
            signIn();
            hand(mail);
        } catch (SocketTimeoutException e) {
            throw SendingFailed.forNow(Fault.TIMEOUT, e.getMessage());
        } catch (Reply.NoReply e) {
            throw SendingFailed.forNow(Fault.PROTOCOL, e.getMessage());
        } catch (SSLException e) {
            throw SendingFailed.forNow(isOfCertificate(e) ? Fault.CERTIFICATE : Fault.TLS, e.getMessage());
        } catch (IOException e) {
            throw SendingFailed.forNow(Fault.CUT_OFF, e.getMessage());
        } finally {
            close();
        }
    }

    private void connect() throws IOException, SendingFailed {
        int patience = (int) settings.patience().toMillis();
        try {
            plain.setSoTimeout(patience);
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), patience);
        } catch (UnknownHostException e) {
            throw SendingFailed.forNow(Fault.UNREACHABLE, "unknown host " + settings.host());
        } catch (IOException e) {
            throw SendingFailed.forNow(Fault.UNREACHABLE, e.getMessage());
        }
        if (settings.security() == SmtpSettings.Security.TLS) {
            encrypt();
        } else {
            streams(plain);
        }
    }

    private void greet() throws IOException, SendingFailed {
        mustBeDone(read(), Fault.NOT_NOW);
        hello();
        if (settings.security() == SmtpSettings.Security.STARTTLS) {
            if (abilities.can("STARTTLS") == null) {
                throw SendingFailed.forNow(Fault.NO_STARTTLS, "STARTTLS is not offered");
            }
            Reply ready = say("STARTTLS");
            if (ready.code() != SERVICE_READY) {
                throw refused(ready, Fault.NO_STARTTLS, false);
            }
            if (in.available() > 0) {
                // Somebody on the way has put something behind the server's answer, to be read as if it came encrypted.
                throw SendingFailed.forNow(Fault.PROTOCOL, "something was said before the encryption began");
            }
            encrypt();
            // What was offered in clear may have come from anybody.
            hello();
        }
    }

    private void hello() throws IOException, SendingFailed {
        InetAddress own = socket.getLocalAddress();
        String address = own.getHostAddress().replaceFirst("%.*", "");
        abilities = say("EHLO [" + (own instanceof Inet6Address ? "IPv6:" : "") + address + "]");
        mustBeDone(abilities, Fault.NOT_NOW);
    }

    private void signIn() throws IOException, SendingFailed {
        if (settings.user().isEmpty()) {
            return;
        }
        String offered = abilities.can("AUTH");
        List<String> ways = offered == null ? List.of() : List.of(offered.split("[ =]+"));
        Reply answer;
        if (ways.contains("PLAIN")) {
            answer = say("AUTH PLAIN " + base64("\0" + settings.user() + "\0" + settings.password()));
        } else if (ways.contains("LOGIN")) {
            answer = say("AUTH LOGIN");
            answer = answer.goesOn() ? say(base64(settings.user())) : answer;
            answer = answer.goesOn() ? say(base64(settings.password())) : answer;
        } else {
            throw SendingFailed.forNow(Fault.NO_SIGN_IN, offered == null ? "AUTH is not offered" : offered);
        }
        mustBeDone(answer, Fault.SIGN_IN);
    }

    private void hand(Delivery mail) throws IOException, SendingFailed {
        Reply sender = say("MAIL FROM:<" + settings.fromAddress() + ">");
        mustBeDone(sender, sender.isForNow() ? Fault.NOT_NOW : Fault.SENDER);
        Reply recipient = say("RCPT TO:<" + mail.to() + ">");
        if (recipient.code() == AUTHENTICATION_REQUIRED) {
            throw SendingFailed.forNow(Fault.SIGN_IN, recipient.toString());
        }
        mustBeTaken(recipient, Fault.RECIPIENT);
        Reply data = say("DATA");
        if (!data.goesOn()) {
            throw refused(data, Fault.MESSAGE, data.isForGood());
        }
        out.write(Message.of(mail, settings));
        mustBeTaken(say("."), Fault.MESSAGE);
        farewell();
    }

    /** The mail is sent, however this ends. */
    private void farewell() {
        try {
            say("QUIT");
        } catch (IOException e) {
            close();
        }
    }

    /** Of the whole server: somebody may mend it, or it does so itself. */
    private static void mustBeDone(Reply reply, Fault fault) throws SendingFailed {
        if (!reply.isDone()) {
            throw refused(reply, reply.code() == AUTHENTICATION_REQUIRED ? Fault.SIGN_IN : fault, false);
        }
    }

    /** Of this mail: a lasting refusal is one. */
    private static void mustBeTaken(Reply reply, Fault fault) throws SendingFailed {
        if (!reply.isDone()) {
            throw refused(reply, fault, reply.isForGood());
        }
    }

    private static SendingFailed refused(Reply reply, Fault fault, boolean forGood) {
        return new SendingFailed(
                reply.isGoodBye() ? Fault.NOT_NOW : fault, forGood, SendingFailed.plain(reply.toString()));
    }

    private void encrypt() throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        // Checks that the certificate is for this host (RFC 2818), which Java does only when it is asked to.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        streams(encrypted);
    }

    private void streams(Socket of) throws IOException {
        socket = of;
        in = new BufferedInputStream(of.getInputStream());
        out = new BufferedOutputStream(of.getOutputStream());
    }

    private Reply say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return read();
    }

    private Reply read() throws IOException {
        return Reply.read(in);
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOfCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
                return true;
            }
        }
        return false;
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
