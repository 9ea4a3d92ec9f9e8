package @PACKAGE@;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** Grüße über REST. Jede Operation sagt, wer sie aufrufen darf. */
@Path("greetings")
@Produces(MediaType.APPLICATION_JSON)
public final class GreetingResource {

    @GET
    @Path("{name}")
    @Public
    public Greeting greet(@PathParam("name") String name, @HeaderParam("Accept-Language") String languages) {
        return greeting(name, languages);
    }

    @GET
    @Path("{name}/internal")
    @RequiresPermission(Permissions.READ)
    public Greeting greetInternally(@PathParam("name") String name, @HeaderParam("Accept-Language") String languages) {
        return greeting(name, languages);
    }

    private static Greeting greeting(String name, String languages) {
        try {
            return Greeting.to(name, Text.languageOf(languages));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.Kind.UNPROCESSABLE,
                    "name-not-usable",
                    new Text("Diesen Namen gibt es nicht", "There is no such name"),
                    new Text(
                            "Ein Name hat 1 bis " + Greeting.LONGEST + " Zeichen.",
                            "A name has 1 to " + Greeting.LONGEST + " characters."));
        }
    }
}
