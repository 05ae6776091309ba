@echo off
rem Starts Footing with the Java it finds. FOOTING_JAVA_HOME names one; FOOTING_OPTS are passed to it.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "FOUND="

if defined FOOTING_JAVA_HOME (
    call :try "%FOOTING_JAVA_HOME%"
    if not defined FOUND (
        echo footing: FOOTING_JAVA_HOME=%FOOTING_JAVA_HOME% is not the home of a Java %NEEDED% or newer. 1>&2
        exit /b 2
    )
)
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND call :try "%%~dpJ.."
if not defined FOUND for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks") do (
    if not defined FOUND if exist "%%~R" for /d %%J in ("%%~R\*") do if not defined FOUND call :try "%%~fJ"
)
if not defined FOUND (
    echo footing: no Java %NEEDED% or newer found. Install one, for example Eclipse Temurin %NEEDED%, or set FOOTING_JAVA_HOME to its folder. 1>&2
    exit /b 2
)

"%FOUND%\bin\java.exe" -Xshare:auto -XX:TieredStopAtLevel=1 %FOOTING_OPTS% -jar "%~dp0..\lib\footing.jar" %*
exit /b %ERRORLEVEL%

rem Sets FOUND when the folder %1 is the home of a Java that is new enough, by its release file.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do (
    if %%M GEQ %NEEDED% set "FOUND=%~1"
)
exit /b 0
