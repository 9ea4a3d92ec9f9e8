package de.kreiswerk.core.mail.smtp;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The mail server as configured. It stays while the configuration changes, so that nobody waits for the outbox meanwhile. */
@Component(service = SmtpServer.class, configurationPid = SmtpConfig.PID)
@Designate(ocd = SmtpConfig.class)
public final class SmtpServer {

    private volatile SmtpSettings settings;

    @Activate
    public SmtpServer(SmtpConfig config) {
        this(SmtpSettings.of(config));
    }

    /**
     * Some server.
     *
     * @param settings how it is reached
     */
    public SmtpServer(SmtpSettings settings) {
        this.settings = settings;
    }

    @Modified
    void modified(SmtpConfig config) {
        settings = SmtpSettings.of(config);
    }

    /** How it is reached now. */
    public SmtpSettings settings() {
        return settings;
    }

    /** Whether it can be told to send something. */
    public boolean isReady() {
        return settings.objection() == null;
    }
}
