package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.mail.smtp.Conversation;
import de.kreiswerk.core.mail.smtp.Delivery;
import de.kreiswerk.core.mail.smtp.SendingFailed;
import de.kreiswerk.core.mail.smtp.SmtpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Carries one mail at a time to the mail server, on a thread of its own that is there while there is something to do. */
final class Courier implements AutoCloseable {

    /** For all of a conversation: a server that says something now and then would otherwise hold it for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Supplier<SSLSocketFactory> tls;
    private final ExecutorService legs;
    private volatile Trip trip;
    private volatile Return last;

    /**
     * What became of a mail.
     *
     * @param id the mail's
     * @param attempt which attempt it was, from 1
     * @param settings where it was to be sent
     * @param failure null when it was sent
     */
    record Return(String id, int attempt, SmtpSettings settings, SendingFailed failure) {}

    private record Trip(Conversation conversation, Instant since) {}

    Courier(Supplier<SSLSocketFactory> tls) {
        this.tls = tls;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "kreiswerk-mail");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        this.legs = one;
    }

    /** Called by the dispatch only, while the courier is here. */
    void send(Delivery mail, int attempt, SmtpSettings settings, Instant now) {
        Conversation conversation = new Conversation(settings, tls.get());
        trip = new Trip(conversation, now);
        legs.execute(() -> {
            // Whatever happens on the way, only what was sent counts as sent.
            SendingFailed failure = SendingFailed.unexpected("not finished");
            try {
                conversation.send(mail);
                failure = null;
            } catch (SendingFailed e) {
                failure = e;
            } catch (RuntimeException e) {
                failure = SendingFailed.unexpected(e.toString());
            } finally {
                last = new Return(mail.id(), attempt, settings, failure);
                trip = null;
            }
        });
    }

    /** Whether a mail is on its way. One that takes too long is called back. */
    boolean isAway(Instant now) {
        Trip under = trip;
        if (under != null && under.since().plus(LONGEST).isBefore(now)) {
            under.conversation().close();
        }
        return under != null;
    }

    /** What became of the last one, until that is noted. */
    Optional<Return> returned() {
        return Optional.ofNullable(last);
    }

    void noted() {
        last = null;
    }

    /** Waits for nobody: what is on its way is cut off, and is due again. */
    @Override
    public void close() {
        Trip under = trip;
        legs.shutdownNow();
        if (under != null) {
            under.conversation().close();
        }
    }
}
