package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The authorization server: Spring's filters and providers, put together by hand for cookies of ours instead of HTTP
 * sessions, over stores of ours.
 */
@Lazy
@Component
class AuthorizationServer {

    private final Entrance entrance;
    private final People people;
    private final PeopleEndpoints ofPeople;
    private final ClientEndpoints ofClients;
    private final Answers answers;
    private final Clock clock;

    AuthorizationServer(
            Entrance entrance,
            People people,
            PeopleEndpoints ofPeople,
            ClientEndpoints ofClients,
            Answers answers,
            Clock clock) {
        this.entrance = entrance;
        this.people = people;
        this.ofPeople = ofPeople;
        this.ofClients = ofClients;
        this.answers = answers;
        this.clock = clock;
    }

    List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        filters.add(entrance::filter);
        filters.add(people::filter);
        filters.addAll(ofPeople.filters());
        filters.addAll(ofClients.filters());
        filters.add(this::otherwise);
        return List.copyOf(filters);
    }

    /** A person who is not signed in goes to the sign-in page; anything else is nothing that there is here. */
    private void otherwise(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException {
        var request = (HttpServletRequest) servletRequest;
        var answer = (HttpServletResponse) response;
        var path = request.getServletPath();
        if (path.equals(AuthorizationRequests.ENDPOINT) || path.equals(People.DEVICE)) {
            answer.sendRedirect(People.loginPage(request, clock));
        } else {
            answers.problem(request, answer, Problem.of(404, "not-found", "there is nothing here"));
        }
    }
}
