package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Audience;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Who stands in for the reader, and for whom the reader does. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.OWN_ACCOUNT)
@HttpWhiteboardServletPattern({Addresses.DEPUTIES, Addresses.DEPUTIES + "/*"})
public class OwnDeputiesServlet extends DeputyForms {

    private static final long serialVersionUID = 1L;

    /**
     * Serves.
     *
     * @param pages the frame
     * @param deputies the rules
     */
    @Activate
    public OwnDeputiesServlet(@Reference Pages pages, @Reference Deputies deputies) {
        super(pages, deputies, Addresses.DEPUTIES);
    }

    @Override
    protected String accountOf(HttpServletRequest request) {
        return Forms.caller(request).subject();
    }

    @Override
    protected List<Deputyship> agreed(Caller caller) {
        return deputies.of(caller, caller.subject());
    }

    @Override
    protected boolean isForOthers() {
        return false;
    }

    @Override
    protected boolean mayChange(Caller caller) {
        return true;
    }

    /** Who belongs to no department any more ends what there is. */
    @Override
    protected boolean mayAppoint(Caller caller) {
        return caller.belongsTo(Audience.ADMINISTRATION);
    }

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response, DeputiesView view)
            throws IOException {
        pages.writePersonal(request, response, new Pages.Page(view.in(DeputyTexts.MINE), html(view)));
    }
}
