package de.kreiswerk.core.web.pages;

import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * A context of its own for the start page. The JAX-RS Whiteboard puts a servlet for everything into the default context, and
 * there "everything" wins over the exact root.
 */
@Component(
        service = ServletContextHelper.class,
        property = {
            "osgi.http.whiteboard.context.name=" + StartContext.NAME,
            "osgi.http.whiteboard.context.path=/",
            Constants.SERVICE_RANKING + ":Integer=1000"
        })
public class StartContext extends ServletContextHelper {

    static final String NAME = "kreiswerk.start";
}
