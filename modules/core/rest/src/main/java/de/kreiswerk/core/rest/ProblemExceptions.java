package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.problem.ProblemException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Answers what a service refused. */
@Provider
public final class ProblemExceptions implements ExceptionMapper<ProblemException> {

    private final ProblemAnswers answers;

    @Context
    private HttpServletRequest request;

    ProblemExceptions(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(ProblemException exception) {
        return answers.answer(exception.problem(), request);
    }
}
