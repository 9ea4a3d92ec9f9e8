package @PACKAGE@;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import org.osgi.service.component.annotations.Component;

/** Der Eintrag in der Navigation jeder Seite. */
@Component
public final class StartNavigation implements NavigationEntry {

    @Override
    public Text label() {
        return Texts.TITLE;
    }

    @Override
    public String path() {
        return StartPage.PATH;
    }

    @Override
    public int order() {
        return StartTile.ORDER;
    }
}
