#!/bin/sh
# Does what the official image's entrypoint does, signals included: sh waits as the first process and passes nothing on.
set -e

volume=${WORKING_DIRECTORY}/wso2-config-volume

test ! -d ${WSO2_SERVER_HOME} && echo "there is no ${WSO2_SERVER_HOME}" && exit 1

# Under set -e a failed copy ends the container; a missing or empty folder does not.
test -d ${volume} && [[ "$(ls -A ${volume})" ]] && cp -RL ${volume}/* ${WSO2_SERVER_HOME}/

sh ${WSO2_SERVER_HOME}/bin/micro-integrator.sh "$@"
