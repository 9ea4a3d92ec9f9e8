package de.kreiswerk.core.mail.page;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.core.mail.outbox.MailPermission;
import de.kreiswerk.core.mail.outbox.OutboxDesk;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the outbox. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "desk", service = OutboxDesk.class))
public final class PostPage implements ConsolePage {

    private static final int ORDER = 60;

    @Override
    public Text title() {
        return PostTexts.TITLE;
    }

    @Override
    public String path() {
        return PostServlet.PATH;
    }

    @Override
    public Group group() {
        return Group.PLATFORM;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return MailPermission.NAME;
    }
}
