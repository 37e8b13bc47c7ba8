#!/bin/sh
# strip-boilerplate.sh BUILD CORPUS - beside one grep of 27 phrases.
build=$1
corpus=$2
phrases='sign up|subscribe|newsletter|all rights reserved|privacy policy|terms'
phrases="$phrases|cookie|advertisement|sponsored|related articles|read more"
phrases="$phrases|click here|follow us|share this|most popular|most read"
phrases="$phrases|trending|comments|log in|sign in|getty images|photo by"
phrases="$phrases|copyright|contact us|about us|download the app|recommended"
"$build/bench/cpu" 5 "grep::LC_ALL=C grep -viE '$phrases' $corpus | cat" \
    "strip-boilerplate::$build/strip-boilerplate $corpus | cat"
