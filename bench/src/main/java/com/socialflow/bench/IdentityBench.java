package com.socialflow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to know who somebody is: signing in by a password ({@link SignInBench}), going on with a refresh token
 * ({@link RefreshBench}) and the check of an access token in a request ({@link TokenBench}).
 */
final class IdentityBench {

    /** As many as sessions are refreshed in turn. Each signs in some 30 times: fewer than end an older session. */
    private static final int PEOPLE = 256;

    private IdentityBench() {}

    static void measure(Running program, Results results) throws Exception {
        var people = new ArrayList<String>();
        for (var i = 0; i < PEOPLE; i++) {
            var name = "identity_" + i;
            Creator.register(program, name);
            people.add(name);
        }
        // What all share, such as the ways to the database, is compiled when sign-ins are measured, which are few.
        measureTokens(program, people, results);
        SignInBench.measure(program, people, results);
    }

    private static void measureTokens(Running program, List<String> people, Results results) throws Exception {
        var refreshes = new RefreshBench(program, people);
        refreshes.measure(results);
        TokenBench.measure(program, refreshes.accessTokens(), results);
    }
}
