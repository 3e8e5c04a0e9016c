package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    AuthorizationServer(
            Entrance entrance, People people, PeopleEndpoints ofPeople, ClientEndpoints ofClients, Answers answers) {
        this.entrance = entrance;
        this.people = people;
        this.ofPeople = ofPeople;
        this.ofClients = ofClients;
        this.answers = answers;
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

    private void otherwise(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        answers.problem(
                (HttpServletRequest) request,
                (HttpServletResponse) response,
                Problem.of(404, "not-found", "there is nothing here"));
    }
}
